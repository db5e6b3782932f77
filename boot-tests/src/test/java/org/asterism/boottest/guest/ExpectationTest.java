package org.asterism.boottest.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ExpectationTest {
    @Test
    void equalRunsHaveNoDifference() {
        assertThat(new Expectation("a\n", "", 0).differences(new Expectation("a\n", "", 0))).isEmpty();
    }

    @Test
    void marksMissingAndSurplusLinesInTheirContext() {
        String differences = new Expectation("1\n2\n3\n4\n5\n6\nold\n", "", 0).differences(new Expectation("1\n2\n3\n4\n5\n6\nnew\n", "", 0));
        assertThat(differences).isEqualTo("standard output (- Linux, + here):\n  …\n  4\n  5\n  6\n- old\n+ new\n");
    }

    @Test
    void showsUnprintableBytesAndMissingNewlines() {
        assertThat(new Expectation("a\u001b\n", "", 0).differences(new Expectation("a\u001b", "", 0)))
                .contains("- a\\x1b\n", "+ a\\x1b\\ (no newline)\n");
    }

    @Test
    void tellsBothExitCodes() {
        assertThat(new Expectation("", "", 139).differences(new Expectation("", "", 0))).isEqualTo("exit code: Linux 139, here 0\n");
    }

    @TestFactory
    Stream<DynamicTest> everyProgramHasARecording() {
        return Checkout.programs().stream().map(name -> DynamicTest.dynamicTest(name, () -> Expectation.recorded(name)));
    }

    @TestFactory
    Stream<DynamicTest> everySessionCanBeRead() throws IOException {
        return SessionScript.names().stream().map(name -> DynamicTest.dynamicTest(name, () -> SessionScript.read(name)));
    }
}
