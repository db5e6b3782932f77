package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapOptionsTest {
    @Test
    void aCommandLineWithoutStressGivesOrdinaryOptions() {
        assertThat(HeapOptions.of("console=ttyS0 init=/bin/sh", 4096)).isEqualTo(HeapOptions.ordinary(4096));
    }

    @Test
    void stressIsReadFromTheCommandLine() {
        assertThat(HeapOptions.of("heap.every=250 quiet heap.poison heap.verify", 4096)).isEqualTo(new HeapOptions(4096, 250, true, true));
    }
}
