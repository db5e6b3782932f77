package org.asterism.ostd.x86;

import org.asterism.ostd.bare.KernelPreemption;
import org.asterism.ostd.bare.PanicReport;
import org.asterism.ostd.bare.UserCopyRoutines;
import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.StackRoot;

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

    /** What the processor pushes, and the gap that may align it. */
    private static final int HARDWARE_FRAME_BYTES = 48;
    /** A register frame, and the frame of {@link #trap}, which leads to the top half. */
    private static final int TOP_HALF_ENTRY_BYTES = TrapFrame.BYTES + 512;
    private static Traps installed;

    private final Apic apic;
    private final PortUart com1;
    private final PortUart com2;
    private final VectoredInterrupts devices;
    private X86Processor processor;

    Traps(Apic apic, PortUart com1, PortUart com2, VectoredInterrupts devices) {
        this.apic = apic;
        this.com1 = com1;
        this.com2 = com2;
        this.devices = devices;
    }

    /** Makes these the traps of the machine; interrupts are off until {@link #serve}. */
    void install() {
        installed = this;
    }

    /** Interrupts may come from now on. */
    void serve(X86Processor alarms) {
        processor = alarms;
    }

    /** Called by trap entry, in kernel mode, with interrupts off. */
    @Exported("ostd_trap")
    @NoAllocation
    @NoBlocking
    @StackRoot(value = "trap", bytes = Descriptors.TRAP_STACK_BYTES, entry = HARDWARE_FRAME_BYTES, onTop = true)
    static void trap(long frame) {
        int vector = (int) Address.loadLong(frame + TrapFrame.VECTOR);
        if (vector >= FIRST_INTERRUPT) {
            installed.interrupt(vector);
            KernelPreemption.afterInterrupt(Address.loadLong(frame + TrapFrame.RIP));
        } else if (vector == NMI || vector == PAGE_FAULT && recover(frame)) {
            return;
        } else if (!KernelFaultDiversion.divert(frame, vector)) {
            PanicReport.trap(frame, vector);
        }
    }

    /** {@link KernelPreemption#preempt}, for assembly. */
    @Exported("ostd_preempt")
    static void preempt() {
        KernelPreemption.preempt();
    }

    /** The top half of an interrupt: touches raw memory only. */
    @InterruptSafe
    @StackRoot(value = "interrupt of what a trap puts off", bytes = Descriptors.TRAP_STACK_BYTES, entry = TOP_HALF_ENTRY_BYTES, onTop = true)
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
                if (vector < VectoredInterrupts.FIRST || vector >= VectoredInterrupts.FIRST + VectoredInterrupts.COUNT) {
                    return; // spurious: not to be acknowledged
                }
                devices.came(vector);
            }
        }
        apic.endOfInterrupt();
    }

    /** Lets a copy routine that met a fault on a user address end early. */
    private static boolean recover(long frame) {
        long recovery = Cpu.readCr2() < 0 ? 0 : UserCopyRoutines.recovery(Address.loadLong(frame + TrapFrame.RIP));
        if (recovery == 0) {
            return false;
        }
        Address.storeLong(frame + TrapFrame.RIP, recovery);
        return true;
    }
}
