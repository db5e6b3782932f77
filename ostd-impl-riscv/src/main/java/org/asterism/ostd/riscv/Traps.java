package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.KernelPreemption;
import org.asterism.ostd.bare.PanicReport;
import org.asterism.ostd.bare.UserCopyRoutines;
import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.StackRoot;

/** What happens on exceptions and interrupts in kernel mode, and on interrupts in user mode. */
final class Traps {
    static final int FETCH_MISALIGNED = 0;
    static final int FETCH_ACCESS = 1;
    static final int ILLEGAL_INSTRUCTION = 2;
    static final int BREAKPOINT = 3;
    static final int LOAD_MISALIGNED = 4;
    static final int LOAD_ACCESS = 5;
    static final int STORE_MISALIGNED = 6;
    static final int STORE_ACCESS = 7;
    static final int USER_CALL = 8;
    static final int FETCH_PAGE = 12;
    static final int LOAD_PAGE = 13;
    static final int STORE_PAGE = 15;

    private static final int TIMER = 5;
    private static final int EXTERNAL = 9;
    private static final long INTERRUPTS = 1 << TIMER | 1 << EXTERNAL;
    /** The stack of a trap that does not fit the one that it found. */
    static final int EMERGENCY_STACK_BYTES = 8 << 10;
    /** A register frame, and the frame of {@link #trap}, which leads to the top half. */
    private static final int TOP_HALF_ENTRY_BYTES = TrapFrame.BYTES + 512;
    private static Traps installed;

    private final RiscvProcessor processor;
    private final Plic plic;

    Traps(RiscvProcessor processor, Plic plic) {
        this.processor = processor;
        this.plic = plic;
    }

    /** Makes these the traps of the machine. */
    void install() {
        installed = this;
        Cpu.selectInterrupts(INTERRUPTS);
    }

    /** Called by trap entry, in kernel mode, with interrupts off. */
    @Exported("ostd_trap")
    @NoAllocation
    @NoBlocking
    @StackRoot(value = "trap", bytes = EMERGENCY_STACK_BYTES, onTop = true)
    static void trap(long frame) {
        long cause = Address.loadLong(frame + TrapFrame.CAUSE);
        if (cause < 0) {
            installed.interrupt((int) cause);
            KernelPreemption.afterInterrupt(Address.loadLong(frame + TrapFrame.PC));
        } else if (!recover(frame, (int) cause) && !KernelFaultDiversion.divert(frame, (int) cause)) {
            PanicReport.trap(frame, (int) cause);
        }
    }

    /** {@link KernelPreemption#preempt}, for assembly. */
    @Exported("ostd_preempt")
    static void preempt() {
        KernelPreemption.preempt();
    }

    /** The top half of an interrupt: touches raw memory only. */
    @InterruptSafe
    @StackRoot(value = "interrupt of what a trap puts off", bytes = EMERGENCY_STACK_BYTES, entry = TOP_HALF_ENTRY_BYTES, onTop = true)
    void interrupt(int number) {
        if (number == TIMER) {
            processor.silenceAlarm();
            processor.alarmRang();
        } else if (number == EXTERNAL) {
            plic.serve();
        }
    }

    /** Lets a copy routine that met a fault on a user address, or a probe for an instruction or a device, end early. */
    private static boolean recover(long frame, int cause) {
        boolean mayFail = cause == ILLEGAL_INSTRUCTION || cause == LOAD_ACCESS || (cause == LOAD_PAGE || cause == STORE_PAGE) && Address.loadLong(frame + TrapFrame.VALUE) >= 0;
        long recovery = mayFail ? UserCopyRoutines.recovery(Address.loadLong(frame + TrapFrame.PC)) : 0;
        if (recovery == 0) {
            return false;
        }
        Address.storeLong(frame + TrapFrame.PC, recovery);
        return true;
    }
}
