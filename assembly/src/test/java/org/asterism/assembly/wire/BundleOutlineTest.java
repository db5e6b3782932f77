package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.asterism.assembly.TestBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What generated code must be compiled again for, and what not. */
class BundleOutlineTest {
    private static final String PLAIN = "public final class Counter { public static final int FIRST = 1; public int next(int last) { return last + FIRST; } }";

    @TempDir
    private Path folder;

    private String outline(String source) {
        return BundleOutline.of(TestBundle.of("org.example.counter", "1.0.0").source("org.example.counter.Counter", source).in(folder));
    }

    @Test
    void codeAndWhatACompilerMakesForItAreNoPartOfIt() {
        String plain = outline(PLAIN);
        assertThat(outline(PLAIN.replace("last + FIRST", "last + 2"))).isEqualTo(plain);
        assertThat(outline(PLAIN.replace("last + FIRST", "((java.util.function.IntUnaryOperator) one -> one + last).applyAsInt(FIRST)"))).isEqualTo(plain);
        assertThat(outline("\n\n" + PLAIN)).isEqualTo(plain);
    }

    @Test
    void whateverOtherCodeCanSeeIs() {
        String plain = outline(PLAIN);
        assertThat(outline(PLAIN.replace("FIRST = 1", "FIRST = 2"))).as("a constant").isNotEqualTo(plain);
        assertThat(outline(PLAIN.replace("int next(int last)", "int next(long last)").replace("last + FIRST", "FIRST"))).as("a type").isNotEqualTo(plain);
        assertThat(outline(PLAIN.replace("public int next", "int next"))).as("a modifier").isNotEqualTo(plain);
        assertThat(outline(PLAIN.replace("public int next", "@Deprecated public int next"))).as("an annotation").isNotEqualTo(plain);
        assertThat(outline(PLAIN.replace("{ public static", "{ public void reset() { } public static"))).as("a method").isNotEqualTo(plain);
        assertThat(outline(PLAIN + " class Other { }")).as("a class").isNotEqualTo(plain);
    }
}
