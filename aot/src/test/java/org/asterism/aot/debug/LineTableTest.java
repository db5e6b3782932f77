package org.asterism.aot.debug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTableTest {
    private static final long KERNEL = 0xffff_ffff_8020_0000L;

    private final LineTable table = new LineTable();

    @Test
    void anAddressBelongsToTheRowInFrontOfIt() {
        table.add(100, 7);
        table.add(110, 8);
        table.endSequence(120);
        assertThat(lines(99, 100, 109, 110, 119, 120)).containsExactly(0, 7, 7, 8, 8, 0);
    }

    @Test
    void theLastRowOfAnAddressCounts() {
        table.add(100, 7);
        table.add(100, 9);
        table.endSequence(120);
        assertThat(lines(100)).containsExactly(9);
    }

    @Test
    void sequencesAreSortedAndOneMayStartWhereAnotherEnds() {
        table.add(KERNEL + 32, 3);
        table.endSequence(KERNEL + 64);
        table.add(KERNEL, 1);
        table.endSequence(KERNEL + 32);
        table.add(16, 5);
        table.endSequence(20);
        assertThat(lines(16, 20, KERNEL, KERNEL + 32, KERNEL + 63, KERNEL + 64)).containsExactly(5, 0, 1, 3, 3, 0);
    }

    @Test
    void aSequenceWithoutRowsSaysNothing() {
        table.endSequence(0);
        table.add(8, 2);
        table.endSequence(12);
        assertThat(lines(0, 8)).containsExactly(0, 2);
    }

    private int[] lines(long... addresses) {
        LineTable sorted = table.sorted();
        return java.util.stream.LongStream.of(addresses).mapToInt(address -> sorted.line(sorted.firstAfter(address) - 1)).toArray();
    }
}
