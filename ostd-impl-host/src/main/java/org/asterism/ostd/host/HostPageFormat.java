package org.asterism.ostd.host;

import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.mm.Protection;

/** Page-table entries of the simulated processor: "mapped" in bit 0, rights in bits 1 to 3; as on x86, what has any right can be read. */
final class HostPageFormat extends PageTableFormat {
    private static final long MAPPED = 1;
    private static final int RIGHTS_SHIFT = 1;
    private static final int RIGHTS = 7;
    private static final long ACCESSED = 1 << 5;
    private static final long DIRTY = 1 << 6;
    private static final long FRAME = -4096;
    private static final long MINIMUM = 0x1_0000;
    private static final long MAXIMUM = 0x7FFF_FFFF_F000L;

    HostPageFormat() {
        super(ACCESSED, DIRTY);
    }

    @Override
    public int levels() {
        return 4;
    }

    @Override
    public long minimumUserAddress() {
        return MINIMUM;
    }

    @Override
    public long maximumUserAddress() {
        return MAXIMUM;
    }

    @Override
    public long tableEntry(long table) {
        return table | MAPPED;
    }

    @Override
    public long userEntry(long frame, int protection) {
        int rights = protection == Protection.NONE ? Protection.NONE : protection | Protection.READ;
        return frame | MAPPED | (long) rights << RIGHTS_SHIFT;
    }

    @Override
    public long kernelEntry(long frame) {
        return frame | MAPPED;
    }

    @Override
    public boolean isMapped(long entry) {
        return (entry & MAPPED) != 0;
    }

    @Override
    public long frame(long entry) {
        return entry & FRAME;
    }

    @Override
    public int protection(long entry) {
        return (int) (entry >>> RIGHTS_SHIFT) & RIGHTS;
    }
}
