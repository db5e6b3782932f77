package org.asterism.ostd.bare;

import org.asterism.ostd.failure.Containment;
import org.asterism.ostd.failure.KernelFault;
import org.asterism.ostd.scheduling.TaskSwitcher;
import org.asterism.ostd.substitute.RecordedTraces;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Faults of the kernel itself that end one process instead of the machine, as on Linux. Compiled safe code does not fault, so OSTD or the memory
 * is wrong; but the instruction had no effect, and where nothing of OSTD was half done, what others see is as whole as after any exception.
 */
public final class KernelFaults {
    private static TaskSwitcher switcher;

    private KernelFaults() {}

    /** Contains faults in these tasks from now on. */
    static void contain(TaskSwitcher tasks) {
        switcher = tasks;
    }

    /**
     * Tells whether the process of the current task may be ended for a fault, and begins to.
     *
     * @param interruptsOn whether the code that failed had interrupts on
     * @param address      that faulted, 0 if none
     * @return whether trap entry may return to {@link #abandon}; else the machine must stop
     */
    public static boolean begin(boolean interruptsOn, long address) {
        // SAFETY: with interrupts and preemption on, the task held no lock of OSTD and was not inside the heap or the scheduler.
        boolean whole = interruptsOn && Address.loadInt(ThreadArea.current() + ThreadArea.PREEMPTION_DEPTH) == 0;
        return whole && switcher != null && !BareMachine.isStackGuard(address) && switcher.current().beginAbandoning() instanceof Containment;
    }

    /**
     * Ends the process of the current task, then the task. Runs on top of the code that failed.
     *
     * @param text         what happened
     * @param instruction  that failed
     * @param framePointer it had
     */
    public static void abandon(String text, long instruction, long framePointer) {
        KernelFault fault = new KernelFault(text);
        RecordedTraces.interrupted(fault, instruction, framePointer);
        ((Containment) switcher.current().attached()).abandon(fault);
        switcher.exit();
    }
}
