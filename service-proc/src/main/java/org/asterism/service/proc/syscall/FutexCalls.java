package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FutexConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.effect.FastPath;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.task.Task;
import org.asterism.service.proc.futex.FutexTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.time.Clocks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** futex(2). */
@Component(service = SyscallProvider.class)
public final class FutexCalls implements SyscallProvider {
    private static final int COMMAND_MASK = ~(FutexConstants.FUTEX_PRIVATE_FLAG | FutexConstants.FUTEX_CLOCK_REALTIME);

    private final FutexTable futexes;
    private final Clocks clocks;

    /**
     * Decodes for a table of sleepers.
     *
     * @param futexes who sleeps where
     * @param clocks for deadlines in the time of day
     */
    @Activate
    public FutexCalls(@Reference FutexTable futexes, @Reference Clocks clocks) {
        this.futexes = futexes;
        this.clocks = clocks;
    }

    /**
     * futex(2).
     *
     * @param thread the caller
     * @param address of the word
     * @param operation FUTEX_WAIT and the like
     * @param value expected, or how many to wake
     * @param timeout address of a time, or a second count
     * @param otherAddress of the second word
     * @param otherValue bits, expected value or encoded operation
     * @return as the man page
     * @throws KernelException as the man page
     */
    @Syscall(value = "futex", partial = "no priority inheritance")
    @FastPath
    public long futex(UserThread thread, long address, int operation, int value, long timeout, long otherAddress,
            int otherValue) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        boolean isPrivate = (operation & FutexConstants.FUTEX_PRIVATE_FLAG) != 0;
        boolean realTime = (operation & FutexConstants.FUTEX_CLOCK_REALTIME) != 0;
        int command = operation & COMMAND_MASK;
        if (realTime && command != FutexConstants.FUTEX_WAIT_BITSET && command != FutexConstants.FUTEX_WAIT) {
            throw KernelException.of(Errno.ENOSYS);
        }
        int bits = command == FutexConstants.FUTEX_WAIT_BITSET || command == FutexConstants.FUTEX_WAKE_BITSET
                ? otherValue : FutexTable.ALL_BITS;
        if (bits == 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return switch (command) {
            case FutexConstants.FUTEX_WAIT -> await(self, address, isPrivate, value, bits,
                    timeout == 0 ? Task.NO_DEADLINE : Deadlines.after(UserData.readTimespec(timeout)), timeout != 0);
            case FutexConstants.FUTEX_WAIT_BITSET -> await(self, address, isPrivate, value, bits,
                    timeout == 0 ? Task.NO_DEADLINE : absolute(timeout, realTime), timeout != 0);
            case FutexConstants.FUTEX_WAKE, FutexConstants.FUTEX_WAKE_BITSET ->
                wake(self, address, isPrivate, value, bits);
            case FutexConstants.FUTEX_REQUEUE -> requeue(self, address, otherAddress, isPrivate, value, timeout, false, 0);
            case FutexConstants.FUTEX_CMP_REQUEUE ->
                requeue(self, address, otherAddress, isPrivate, value, timeout, true, otherValue);
            case FutexConstants.FUTEX_WAKE_OP -> wakeOperation(self, address, otherAddress, isPrivate, value, (int) timeout,
                    otherValue);
            default -> throw KernelException.of(Errno.ENOSYS);
        };
    }

    private long absolute(long timeout, boolean realTime) throws KernelException {
        long wanted = UserData.readTimespec(timeout);
        return realTime ? Deadlines.after(Math.max(0, wanted - clocks.system().realTimeNanos())) : wanted;
    }

    private long await(ProgramThread thread, long address, boolean isPrivate, int expected, int bits, long deadline,
            boolean timed) throws KernelException {
        switch (futexes.await(thread, address, isPrivate, expected, bits, deadline)) {
            case WOKEN -> {
                return 0;
            }
            case CHANGED -> throw KernelException.of(Errno.EAGAIN);
            case TIMED_OUT -> throw KernelException.of(Errno.ETIMEDOUT);
            default -> {
                if (!timed) {
                    throw KernelException.of(Errno.ERESTARTSYS);
                }
                resumeLater(thread, address, isPrivate, expected, bits, deadline);
                throw KernelException.of(Errno.ERESTART_RESTARTBLOCK);
            }
        }
    }

    @SlowPath("a signal ended a wait with a time limit: restart_syscall(2) needs what is left of it")
    private void resumeLater(ProgramThread thread, long address, boolean isPrivate, int expected, int bits, long deadline) {
        thread.calls().setResumption(resumed -> await(resumed, address, isPrivate, expected, bits, deadline, true));
    }

    /** Wakes sleepers. The page of a shared word tells what the word is, so it must be there; of a private one the address alone does. */
    private long wake(ProgramThread thread, long address, boolean isPrivate, int value, int bits) throws KernelException {
        boolean isProgramAddress = address >= 0 && address <= VmSpace.maximumAddress() - Integer.BYTES;
        if ((address & 3) == 0 && !(isProgramAddress && (isPrivate || UserMemory.loadInt(address) >= 0))) {
            throw KernelException.of(Errno.EFAULT);
        }
        return futexes.wake(thread.addressSpace(), address, isPrivate, Math.max(1, value), bits);
    }

    private long requeue(ProgramThread thread, long from, long to, boolean isPrivate, int wake, long move, boolean compare,
            int expected) throws KernelException {
        if (wake < 0 || (int) move < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return futexes.requeue(thread.addressSpace(), from, to, isPrivate, wake, (int) move, compare, expected);
    }

    /** Changes the second word, wakes sleepers on the first, and on the second if its old value compares. */
    private long wakeOperation(ProgramThread thread, long first, long second, boolean isPrivate, int wakeFirst,
            int wakeSecond, int encoded) throws KernelException {
        if ((second & 3) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        WakeOperation.check(encoded);
        long old;
        long seen;
        do {
            old = UserMemory.loadInt(second);
            if (old < 0) {
                throw KernelException.of(Errno.EFAULT);
            }
            seen = UserMemory.compareExchangeInt(second, (int) old, WakeOperation.apply(encoded, (int) old));
            if (seen < 0) {
                throw KernelException.of(Errno.EFAULT);
            }
        } while (seen != old);
        long woken = futexes.wake(thread.addressSpace(), first, isPrivate, wakeFirst, FutexTable.ALL_BITS);
        if (WakeOperation.compares(encoded, (int) old)) {
            woken += futexes.wake(thread.addressSpace(), second, isPrivate, wakeSecond, FutexTable.ALL_BITS);
        }
        return woken;
    }
}
