package org.asterism.ostd.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.ostd.arch.KernelPageFormat;
import org.asterism.ostd.mm.Protection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiscvPageFormatTest {
    private static final long FRAME = 0x8765_4000L;
    private static final long RESERVED = 1 << 1 | 1 << 2;

    private final RiscvPageFormat format = new RiscvPageFormat(3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void rightsAndFrameComeBackFromAnEntry(int protection) {
        long entry = format.userEntry(FRAME, protection);
        assertThat(format.frame(entry)).isEqualTo(FRAME);
        assertThat(format.protection(entry)).isEqualTo(protection);
        assertThat(format.isMapped(entry)).isTrue();
        assertThat(format.isPresent(entry)).isEqualTo(protection != Protection.NONE);
        assertThat(entry & RESERVED).as("writable without readable is reserved").isNotEqualTo(1 << 2);
    }

    @Test
    void addressesEndWhereTheUserHalfDoes() {
        assertThat(format.maximumUserAddress()).isEqualTo(1L << 38);
        assertThat(new RiscvPageFormat(4).maximumUserAddress()).isEqualTo(1L << 47);
    }

    @Test
    void detachedEntriesAreNotMapped() {
        assertThat(format.isMapped(FRAME)).isFalse();
        assertThat(format.isMapped(0)).isFalse();
    }

    @Test
    void tablesAllowEverythingAndAreNoLeaves() {
        long entry = format.kernelTable(FRAME);
        assertThat(format.isLeaf(entry, 1)).isFalse();
        assertThat(format.allows(entry)).isEqualTo(7 | KernelPageFormat.USER);
        assertThat(format.frame(entry)).isEqualTo(FRAME);
    }

    @Test
    void kernelLeavesAreClosedToUsers() {
        long code = format.leaf(FRAME, Protection.READ | Protection.EXECUTE, 0);
        assertThat(format.allows(code)).isEqualTo(Protection.READ | Protection.EXECUTE);
        assertThat(format.allows(format.kernelEntry(FRAME))).isEqualTo(Protection.READ | Protection.WRITE);
    }
}
