package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SizeClassesTest {
    @Property(tries = 2000)
    void theClassOfASizeIsTheSmallestThatFits(@ForAll @IntRange(min = 1, max = SizeClasses.LARGEST) int bytes) {
        int sizeClass = SizeClasses.of(bytes);
        assertThat(SizeClasses.cellBytes(sizeClass)).isGreaterThanOrEqualTo(bytes);
        if (sizeClass > 0) {
            assertThat(SizeClasses.cellBytes(sizeClass - 1)).isLessThan(bytes);
        }
    }

    @Test
    void cellsAreGranulesAndRise() {
        for (int i = 0; i < SizeClasses.COUNT; i++) {
            assertThat(SizeClasses.cellBytes(i) % 16).isZero();
            assertThat(SizeClasses.of(SizeClasses.cellBytes(i))).isEqualTo(i);
        }
        assertThat(SizeClasses.cellBytes(SizeClasses.COUNT - 1)).isEqualTo(SizeClasses.LARGEST);
    }
}
