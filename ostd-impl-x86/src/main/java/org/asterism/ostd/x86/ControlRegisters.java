package org.asterism.ostd.x86;

import org.asterism.ostd.bare.SelfTest;

/** What the self test wants of the control registers: NX, WP, SMEP and SMAP are on. */
final class ControlRegisters {
    private static final int MSR_EFER = 0xc000_0080;
    private static final long EFER_NO_EXECUTE = 1 << 11;
    private static final long CR0_WRITE_PROTECT = 1 << 16;
    private static final int SMEP_AND_SMAP_BITS = 3 << 20;

    private ControlRegisters() {}

    static void check() {
        SelfTest.check((Cpu.readMsr(MSR_EFER) & EFER_NO_EXECUTE) != 0, "EFER.NXE is off", Cpu.readMsr(MSR_EFER));
        SelfTest.check((Cpu.readCr0() & CR0_WRITE_PROTECT) != 0, "CR0.WP is off", Cpu.readCr0());
        SelfTest.check((Cpu.readCr4() & SMEP_AND_SMAP_BITS) == SMEP_AND_SMAP_BITS, "SMEP or SMAP is off", Cpu.readCr4());
    }
}
