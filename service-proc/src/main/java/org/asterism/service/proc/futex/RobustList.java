package org.asterism.service.proc.futex;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.FutexConstants;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.proc.process.ProgramThread;

/** Tells those who wait for mutexes of an ending thread that their owner is gone. */
public final class RobustList {
    private static final int POINTER_BYTES = 8;

    private final FutexTable futexes;
    private final ProgramThread thread;

    /**
     * The list of a thread.
     *
     * @param futexes where others wait
     * @param thread the current one, its memory active
     */
    public RobustList(FutexTable futexes, ProgramThread thread) {
        this.futexes = futexes;
        this.thread = thread;
    }

    /** Marks every lock word that the thread still owns, and wakes one waiter each. A broken list ends the walk. */
    public void release() {
        byte[] head = new byte[FutexConstants.ROBUST_LIST_HEAD_BYTES];
        long headAddress = thread.calls().robustList();
        if (headAddress == 0 || UserMemory.read(headAddress, head, 0, head.length) < head.length) {
            return;
        }
        long wordOffset = LittleEndian.getLong(head, POINTER_BYTES);
        long pendingEntry = LittleEndian.getLong(head, 2 * POINTER_BYTES) & ~1L;
        long entry = LittleEndian.getLong(head, 0);
        byte[] next = new byte[POINTER_BYTES];
        for (int walked = 0; (entry & ~1L) != headAddress && walked < FutexConstants.ROBUST_LIST_LIMIT; walked++) {
            boolean readable = UserMemory.read(entry & ~1L, next, 0, POINTER_BYTES) == POINTER_BYTES;
            if ((entry & ~1L) != pendingEntry) {
                markDead((entry & ~1L) + wordOffset);
            }
            if (!readable) {
                return;
            }
            entry = LittleEndian.getLong(next, 0);
        }
        if (pendingEntry != 0) {
            markDead(pendingEntry + wordOffset);
        }
    }

    private void markDead(long address) {
        if ((address & 3) != 0) {
            return;
        }
        while (true) {
            long value = UserMemory.loadInt(address);
            if (value < 0 || ((int) value & FutexConstants.FUTEX_TID_MASK) != thread.id()) {
                return;
            }
            int dead = (int) value & FutexConstants.FUTEX_WAITERS | FutexConstants.FUTEX_OWNER_DIED;
            long seen = UserMemory.compareExchangeInt(address, (int) value, dead);
            if (seen < 0) {
                return;
            }
            if (seen == value) {
                if ((value & FutexConstants.FUTEX_WAITERS & 0xffff_ffffL) != 0) {
                    wakeOne(address);
                }
                return;
            }
        }
    }

    private void wakeOne(long address) {
        try {
            futexes.wake(thread.addressSpace(), address, false, 1, FutexTable.ALL_BITS);
        } catch (KernelException e) {
            // only a misaligned address is refused, and that was checked
            throw new IllegalStateException(e);
        }
    }
}
