package org.asterism.assembly.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockDifferenceTest {
    private static final List<String> OLD = List.of("# comment", "bundle org.example.fs 1.0.0 sha256:aa", "bundle org.example.mm 1.0.0 sha256:bb",
            "architecture x86_64", "grant org.example.disk mmio", "java.base sha256:cc", "java.base source: openjdk 1", "flags -O2 -g");

    @Test
    void equalLocksDoNotDiffer() {
        assertThat(LockDifference.between(OLD, OLD)).isEmpty();
    }

    @Test
    void namesWhatIsAddedRemovedAndChanged() {
        List<String> now = List.of("bundle org.example.fs 1.1.0 sha256:dd", "bundle org.example.net 1.0.0 sha256:ee", "architecture x86_64",
                "grant org.example.disk mmio,irq", "java.base sha256:cc", "java.base source: openjdk 2", "flags -O2 -g -static");

        assertThat(LockDifference.between(OLD, now)).containsExactlyInAnyOrder(
                "changed  bundle org.example.fs 1.0.0 sha256:aa -> 1.1.0 sha256:dd",
                "removed  bundle org.example.mm 1.0.0 sha256:bb",
                "added    bundle org.example.net 1.0.0 sha256:ee",
                "changed  grant org.example.disk mmio -> mmio,irq",
                "changed  java.base source: 1 -> 2",
                "changed  flags gains -static");
    }
}
