package org.asterism.ostd.scheduling;

import org.asterism.ostd.arch.Processor;
import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.heap.RootProvider;
import org.asterism.ostd.heap.RootScanner;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Shows the collector the stacks of all tasks. A task that does not run has its registers on its stack: those that a call
 * preserves by the switch, all others by the interrupt that preempted it. User registers lie in arrays of primitives and are no roots.
 */
public final class TaskRoots extends RootProvider {
    private final Processor processor;
    private TaskSwitcher switcher;

    /**
     * Roots before tasks exist: the caller's stack alone.
     *
     * @param processor with the clock
     */
    public TaskRoots(Processor processor) {
        this.processor = processor;
    }

    /**
     * Shows the tasks of a switcher from now on.
     *
     * @param tasks the switcher of the machine
     */
    public void show(TaskSwitcher tasks) {
        switcher = tasks;
    }

    @Override
    public void stopWorld() {
        // One processor: the collecting task has preemption off, and interrupts touch no object.
    }

    @Override
    public void resumeWorld() {
        // Nothing was stopped.
    }

    @Override
    public void visitRoots(RootScanner scanner, long currentStackPointer) {
        long running = ThreadArea.current();
        scanner.task(running, currentStackPointer);
        for (TaskState state = switcher == null ? null : switcher.all(); state != null; state = state.next) {
            if (state.area != running) {
                scanner.task(state.area, Address.loadLong(state.area + TaskSwitcher.SAVED_STACK_POINTER));
            }
        }
    }

    @Override
    public long nanoTime() {
        return processor.monotonicNanos();
    }

    @Override
    public void collectWithSavedRegisters(ObjectHeap heap, int part) {
        ManagedHeap.saveRegistersAndCollect(part);
    }
}
