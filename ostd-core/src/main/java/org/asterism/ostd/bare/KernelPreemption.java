package org.asterism.ostd.bare;

import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.scheduling.PreemptionStress;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblySymbol;
import org.asterism.ostd.unsafe.ThreadArea;

/** What an interrupt in kernel mode does on its way out: the work that waits, a task switch included, on the interrupted task's stack. */
public final class KernelPreemption {
    private static DeferredWork deferred;
    /** Null unless preemptions are counted. */
    private static PreemptionStress stress;

    private KernelPreemption() {}

    /** Interrupts may lead to other tasks from now on. */
    static void serve(DeferredWork work, PreemptionStress counting) {
        deferred = work;
        stress = counting;
    }

    /**
     * Called with interrupts off, when the interrupt is acknowledged.
     *
     * @param instruction that was interrupted
     */
    public static void afterInterrupt(long instruction) {
        if (deferred != null && DeferredWork.isDue()) {
            if (stress != null) {
                stress.preempted(instruction);
            }
            // SAFETY: 1. the interrupted task had interrupts and preemption on, so it holds no lock of OSTD; 2. all of its
            // registers lie on its stack, where a collection finds them: floating-point ones if it is inside a function that uses them.
            if (Address.loadInt(ThreadArea.current() + MachineWords.FLOATING) == 0) {
                preempt();
            } else {
                preemptFloating();
            }
        }
    }

    /** Does what waits. An architecture exports it as {@code ostd_preempt}. */
    @NoAllocation
    @NoBlocking
    public static void preempt() {
        deferred.runInInterrupt();
    }

    /** {@link #preempt}, with the floating-point registers kept on the stack meanwhile, where a collection finds them. */
    @AssemblySymbol("ostd_preempt_floating")
    private static native void preemptFloating();
}
