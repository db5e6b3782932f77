package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/** A task with a control area and a small stack of words, which a test uses as its variables. */
final class SimulatedTask {
    static final int SLOTS = 64;

    final long area;
    private final long stack;

    SimulatedTask(long memory, int identity) {
        area = memory;
        stack = memory + ThreadArea.BYTES;
        Address.fillWords(memory, bytes(), 0);
        Address.storeLong(area + ThreadArea.SELF, area);
        Address.storeInt(area + ThreadArea.TASK_ID, identity);
        Address.storeLong(area + ThreadArea.STACK_BASE, stack + SLOTS * 8);
    }

    static long bytes() {
        return ThreadArea.BYTES + SLOTS * 8L;
    }

    long stackPointer() {
        return stack;
    }

    void slot(int index, long word) {
        Address.storeLong(stack + index * 8L, word);
    }

    long slot(int index) {
        return Address.loadLong(stack + index * 8L);
    }

    void parked(int value) {
        Address.storeInt(area + ThreadArea.PARKED, value);
    }
}
