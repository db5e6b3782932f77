package org.asterism.ostd.arch;

/** A four-level format that stands for no hardware: rights in bits 1 to 3, "mapped" in bit 0. */
public final class SimulatedFormat extends PageTableFormat {
    private static final long MAPPED = 1;
    private static final long FRAME = ~0xFFFL;

    /** Accessed in bit 5, dirty in bit 6. */
    public SimulatedFormat() {
        super(1 << 5, 1 << 6);
    }

    @Override
    public int levels() {
        return 4;
    }

    @Override
    public long minimumUserAddress() {
        return 0x10000;
    }

    @Override
    public long maximumUserAddress() {
        return 0x7fff_ffff_f000L;
    }

    @Override
    public long tableEntry(long table) {
        return table | MAPPED;
    }

    @Override
    public long userEntry(long frame, int protection) {
        return frame | MAPPED | (long) protection << 1;
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
        return (int) (entry >>> 1) & 7;
    }
}
