package org.asterism.ostd.x86;

import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.scheduling.PreemptionStress;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.ThreadArea;

/** What happens on exceptions and interrupts in kernel mode, and on interrupts in user mode. */
final class Traps {
    static final int DIVIDE_ERROR = 0;
    static final int NMI = 2;
    static final int INVALID_OPCODE = 6;
    static final int DOUBLE_FAULT = 8;
    static final int GENERAL_PROTECTION = 13;
    static final int PAGE_FAULT = 14;
    static final int MACHINE_CHECK = 18;
    /** Vectors from here on are interrupts. */
    static final int FIRST_INTERRUPT = 32;
    static final int TIMER = 0x40;
    static final int COM1 = 0x41;
    static final int COM2 = 0x42;
    static final int SPURIOUS = 0xff;

    private static final int RECOVERY_BYTES = 24;
    private static Traps installed;

    private final Apic apic;
    private final Uart8250 com1;
    private final Uart8250 com2;
    private X86Processor processor;
    private DeferredWork deferred;
    /** Null unless preemptions are counted. */
    private PreemptionStress stress;

    Traps(Apic apic, Uart8250 com1, Uart8250 com2) {
        this.apic = apic;
        this.com1 = com1;
        this.com2 = com2;
    }

    /** Makes these the traps of the machine; interrupts are off until {@link #serve}. */
    void install() {
        installed = this;
    }

    /** Interrupts may come from now on. */
    void serve(X86Processor alarms, DeferredWork work, PreemptionStress counting) {
        processor = alarms;
        deferred = work;
        stress = counting;
    }

    /** Called by trap entry, in kernel mode, with interrupts off. */
    @Exported("ostd_trap")
    @NoAllocation
    @NoBlocking
    static void trap(long frame) {
        int vector = (int) Address.loadLong(frame + TrapFrame.VECTOR);
        if (vector >= FIRST_INTERRUPT) {
            installed.interruptInKernel(vector, frame);
        } else if (vector == NMI || vector == PAGE_FAULT && recover(frame)) {
            return;
        } else if (!KernelFaults.divert(frame, vector)) {
            Address.storeLong(ThreadArea.current() + ThreadArea.STACK_LIMIT, Long.MIN_VALUE);
            PanicReport.trap(frame, vector);
        }
    }

    private void interruptInKernel(int vector, long frame) {
        interrupt(vector);
        if (deferred != null && DeferredWork.isDue()) {
            if (stress != null) {
                stress.preempted(Address.loadLong(frame + TrapFrame.RIP));
            }
            // SAFETY: 1. the interrupted task had interrupts and preemption on, so it holds no lock of OSTD; 2. all of its
            // registers lie on its stack, where a collection finds them: floating-point ones if it is inside a function that uses them.
            if (Address.loadInt(ThreadArea.current() + MachineWords.FLOATING) == 0) {
                preempt();
            } else {
                Cpu.preemptFloating();
            }
        }
    }

    @Exported("ostd_preempt")
    @NoAllocation
    @NoBlocking
    static void preempt() {
        Cpu.enableInterrupts();
        installed.deferred.run();
        Cpu.disableInterrupts();
    }

    /** The top half of an interrupt: touches raw memory only. */
    @InterruptSafe
    void interrupt(int vector) {
        switch (vector) {
            case TIMER -> processor.alarmRang();
            case COM1 -> {
                com1.pump();
                DeferredWork.request();
            }
            case COM2 -> {
                com2.pump();
                DeferredWork.request();
            }
            default -> {
                return; // spurious: not to be acknowledged
            }
        }
        apic.endOfInterrupt();
    }

    /** Lets a routine of {@code usercopy.S} that met a fault on a user address end early. */
    private static boolean recover(long frame) {
        long rip = Address.loadLong(frame + TrapFrame.RIP);
        if (Cpu.readCr2() < 0) {
            return false;
        }
        for (long entry = Symbols.recoveryStart(); entry < Symbols.recoveryEnd(); entry += RECOVERY_BYTES) {
            if (rip >= Address.loadLong(entry) && rip < Address.loadLong(entry + 8)) {
                Address.storeLong(frame + TrapFrame.RIP, Address.loadLong(entry + 16));
                return true;
            }
        }
        return false;
    }
}
