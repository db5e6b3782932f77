package org.asterism.ostd.linux;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblyAddress;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.ThreadArea;

/** One task of this process: a stack, a control area, and whether it wants to run. Guarded by preemption off. */
final class LinuxTask {
    private static final long STACK_BYTES = 256 << 10;
    private static final long AREA_BYTES = 4096;
    private static final long RESERVE = 32 << 10;

    /** The control area. */
    final long area;
    /** What it runs; null for the first task. */
    final Runnable body;
    /** The next in the ring of all tasks. */
    LinuxTask next;
    /** A wake-up that came before the wait. */
    boolean permit;
    /** Whether it is inside park. */
    boolean waiting;
    /** When a waiting task wakes by itself; {@link Long#MAX_VALUE} for never. */
    long deadlineNanos;

    /** The first task, which is running. */
    LinuxTask(long area) {
        this.area = area;
        this.body = null;
        Address.storeLong(area + ThreadArea.TASK, ObjectReference.toAddress(this));
    }

    /** A task that will begin in the first entry of its body; mapping is what {@link #mappingBytes} asks for. */
    LinuxTask(long mapping, int identity, Runnable body) {
        area = mapping + STACK_BYTES;
        this.body = body;
        // SAFETY: the mapping is fresh or its last task has ended; the area lies above the stack.
        Address.fillWords(area, ThreadArea.BYTES, 0);
        Address.storeLong(area + ThreadArea.SELF, area);
        Address.storeLong(area + ThreadArea.STACK_LIMIT, mapping + RESERVE);
        Address.storeLong(area + ThreadArea.STACK_BASE, area);
        Address.storeInt(area + ThreadArea.TASK_ID, identity);
        Address.storeInt(area + ThreadArea.PREEMPTION_DEPTH, 1);
        Address.storeLong(area + ThreadArea.TASK, ObjectReference.toAddress(this));
        // Six registers, then the return address; the entry finds the stack aligned as after a jump.
        long stackPointer = area - 64;
        Address.fillWords(stackPointer, 48, 0);
        Address.storeLong(stackPointer + 48, entry());
        Address.storeLong(savedStackPointer(), stackPointer);
    }

    @AssemblyAddress("asterism_task_entry")
    private static native long entry();

    static long mappingBytes() {
        return STACK_BYTES + AREA_BYTES;
    }

    long mapping() {
        return area - STACK_BYTES;
    }

    /** Where the stack pointer is kept while another task runs; all registers lie above it. */
    long savedStackPointer() {
        return area + ThreadArea.MACHINE;
    }

    boolean isRunnable(long now) {
        return !waiting || permit || now >= deadlineNanos;
    }
}
