package org.asterism.boottest.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static Frames parse(String text) {
        return Frames.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void takesOutputAndErrorsApartByTheirLengths() {
        Frames frames = parse("@@ a begin\n@@ a exit 3 stdout 4 stderr 2\nout\ne\n\n@@ b begin\n@@ b exit 0 stdout 0 stderr 0\n\n");
        assertThat(frames.finished()).containsExactly(
                Map.entry("a", new Expectation("out\n", "e\n", 3)), Map.entry("b", new Expectation("", "", 0)));
        assertThat(frames.running()).isEmpty();
    }

    @Test
    void outputThatLooksLikeAFrameIsStillOutput() {
        String output = "@@ fake begin\n";
        Frames frames = parse("@@ a begin\n@@ a exit 0 stdout " + output.length() + " stderr 0\n" + output + "\n");
        assertThat(frames.finished()).containsOnlyKeys("a");
    }

    @Test
    void namesTheProgramThatNeverEnded() {
        Frames frames = parse("@@ a begin\n@@ a exit 0 stdout 0 stderr 0\n\n@@ b begin\n");
        assertThat(frames.finished()).containsOnlyKeys("a");
        assertThat(frames.running()).contains("b");
    }

    @Test
    void aFrameCutShortCountsAsRunning() {
        assertThat(parse("@@ a begin\n@@ a exit 0 stdout 10 stderr 0\nfive\n").running()).contains("a");
    }
}
