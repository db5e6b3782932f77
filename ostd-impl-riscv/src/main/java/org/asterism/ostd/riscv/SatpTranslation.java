package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.RootTranslation;

/** The register satp and the TLB, without address space identifiers. */
final class SatpTranslation extends RootTranslation {
    private static final int MODE_SHIFT = 60;
    /** Modes are numbered by levels: 8 for Sv39, 9 for Sv48. */
    private static final long MODE_WITHOUT_LEVELS = 5;

    private final int levels;

    SatpTranslation(int levels, long kernelRoot, long kernelRootAddress) {
        super(kernelRoot, kernelRootAddress);
        this.levels = levels;
    }

    /** What satp holds for a root table of so many levels. */
    static long satp(int levels, long root) {
        return MODE_WITHOUT_LEVELS + levels << MODE_SHIFT | root >>> 12;
    }

    @Override
    protected void follow(long root) {
        Cpu.writeSatp(satp(levels, root));
    }
}
