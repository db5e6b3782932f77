package org.asterism.ostd.x86;

import org.asterism.ostd.failure.Containment;
import org.asterism.ostd.failure.KernelFault;
import org.asterism.ostd.runtime.StackTraces;
import org.asterism.ostd.scheduling.TaskSwitcher;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Faults of the kernel itself that end one process instead of the machine, as on Linux. Compiled safe code does not fault, so OSTD or the memory
 * is wrong; but the instruction had no effect, and where nothing of OSTD was half done, what others see is as whole as after any exception.
 */
final class KernelFaults {
    private static final long INTERRUPTS_ON = 1 << 9;
    private static TaskSwitcher switcher;

    private KernelFaults() {}

    /** Contains faults in these tasks from now on. */
    static void contain(TaskSwitcher tasks) {
        switcher = tasks;
    }

    /** Has trap entry return to {@link #abandon} in place of the code that failed; returns false if the machine must stop. */
    static boolean divert(long frame, int vector) {
        boolean known = vector == Traps.DIVIDE_ERROR || vector == Traps.INVALID_OPCODE || vector == Traps.GENERAL_PROTECTION || vector == Traps.PAGE_FAULT;
        long address = vector == Traps.PAGE_FAULT ? Cpu.readCr2() : 0;
        // SAFETY: with interrupts and preemption on, the task held no lock of OSTD and was not inside the heap or the scheduler.
        boolean whole = (Address.loadLong(frame + TrapFrame.RFLAGS) & INTERRUPTS_ON) != 0
                && Address.loadInt(ThreadArea.current() + ThreadArea.PREEMPTION_DEPTH) == 0;
        if (!known || !whole || switcher == null || X86Machine.isStackGuard(address)
                || !(switcher.current().beginAbandoning() instanceof Containment)) {
            return false;
        }
        // SAFETY: 1. the code that failed does not go on, so that its registers are free, and so is the stack below its stack pointer;
        // 2. rbp stays, and leads from abandon's frame on to those of the code that failed; 3. the return address is nobody's.
        long stackPointer = (Address.loadLong(frame + TrapFrame.RSP) & -16) - 8;
        Address.storeLong(stackPointer, 0);
        Address.storeLong(frame + TrapFrame.RDI, Address.loadLong(frame + TrapFrame.RIP));
        Address.storeLong(frame + TrapFrame.RSI, Address.loadLong(frame + TrapFrame.RBP));
        Address.storeLong(frame + TrapFrame.RDX, vector);
        Address.storeLong(frame + TrapFrame.RCX, Address.loadLong(frame + TrapFrame.ERROR));
        Address.storeLong(frame + TrapFrame.R8, address);
        Address.storeLong(frame + TrapFrame.RSP, stackPointer);
        Address.storeLong(frame + TrapFrame.RIP, Symbols.kernelFault());
        return true;
    }

    /** Ends the process of the current task, then the task. Runs on top of the code that failed. */
    @Exported("ostd_kernel_fault")
    static void abandon(long instruction, long framePointer, long vector, long error, long address) {
        KernelFault fault = new KernelFault(FaultText.name((int) vector) + " in the kernel, error 0x" + Long.toHexString(error)
                + (vector == Traps.PAGE_FAULT ? ", address 0x" + Long.toHexString(address) + FaultText.access(error) : ""));
        StackTraceElement[] trace = StackTraces.of(instruction, framePointer, fault);
        if (trace != null) {
            fault.setStackTrace(trace);
        }
        ((Containment) switcher.current().attached()).abandon(fault);
        switcher.exit();
    }
}
