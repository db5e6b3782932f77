package org.asterism.ostd.linux;

import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.heap.RootProvider;
import org.asterism.ostd.heap.RootScanner;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.unsafe.Address;

/** The stacks of this process: of the task that collects from where it is, of the others from where they were switched off. */
final class LinuxRoots extends RootProvider {
    private final boolean ignoresStacks;

    /** Roots; without stacks they are wrong, which a test must notice. */
    LinuxRoots(boolean ignoresStacks) {
        this.ignoresStacks = ignoresStacks;
    }

    @Override
    public void stopWorld() {
        // preemption is off, and one thread of Linux runs all tasks
    }

    @Override
    public void resumeWorld() {
        // nothing was stopped
    }

    @Override
    public void visitRoots(RootScanner scanner, long currentStackPointer) {
        if (ignoresStacks) {
            return;
        }
        LinuxTask current = LinuxScheduler.get().running();
        scanner.task(current.area, currentStackPointer);
        for (LinuxTask task = current.next; task != current; task = task.next) {
            scanner.task(task.area, Address.loadLong(task.savedStackPointer()));
        }
    }

    @Override
    public long nanoTime() {
        return LinuxClock.nanoTime();
    }

    @Override
    public void collectWithSavedRegisters(ObjectHeap heap, int part) {
        ManagedHeap.saveRegistersAndCollect(part);
    }
}
