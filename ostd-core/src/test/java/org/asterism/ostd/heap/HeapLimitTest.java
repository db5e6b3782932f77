package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeapLimitTest {
    @Test
    void aCommandLineWithoutTheOptionSetsNoLimit() {
        assertThat(HeapLimit.of("")).isEqualTo(HeapLimit.NONE);
        assertThat(HeapLimit.of("console=ttyS0 heap.limits=3 myheap.limit=4M")).isEqualTo(HeapLimit.NONE);
    }

    @ParameterizedTest
    @CsvSource({"8M, 8388608", "8m, 8388608", "2048K, 2097152", "1G, 1073741824", "9000000, 9000000", "100G, 107374182400"})
    void sizesAreReadWithTheirUnit(String word, long bytes) {
        assertThat(HeapLimit.of("quiet heap.limit=" + word + " heap.poison")).isEqualTo(bytes);
    }

    @Test
    void theLastOfSeveralLimitsCounts() {
        assertThat(HeapLimit.of("heap.limit=8M heap.limit=16M")).isEqualTo(16 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "8MB", "8 M", "-8M", "+8M", "0x800000", "eight", "8.5M", "99999999999999999999M", "8T"})
    void whatIsNoSizeIsRefusedWithAnExample(String word) {
        assertThatThrownBy(() -> HeapLimit.of("heap.limit=" + word)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heap.limit=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1M", "2047K"})
    void whatTheKernelCannotStartWithIsRefused(String word) {
        assertThatThrownBy(() -> HeapLimit.of("heap.limit=" + word)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("heap.limit=" + word + " is too little to start with; give at least heap.limit=2M");
    }
}
