package org.asterism.ostd.linux;

import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.heap.RootProvider;
import org.asterism.ostd.heap.RootScanner;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.unsafe.ThreadArea;

/** The stacks of this process: one. */
final class LinuxRoots extends RootProvider {
    @Override
    public void stopWorld() {
        // the only task is the one that collects
    }

    @Override
    public void resumeWorld() {
        // nothing was stopped
    }

    @Override
    public void visitRoots(RootScanner scanner, long currentStackPointer) {
        scanner.task(ThreadArea.current(), currentStackPointer);
    }

    @Override
    public long nanoTime() {
        return LinuxClock.nanoTime();
    }

    @Override
    public void collectWithSavedRegisters(ObjectHeap heap, int cause) {
        ManagedHeap.saveRegistersAndCollect(cause);
    }
}
