package org.example.failing;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.RwLock;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/** System calls that fail in every way that a bundle can. */
public final class Failing implements SyscallProvider {
    private final SpinLock spin = new SpinLock();
    private final Mutex mutex = new Mutex();
    private final RwLock shared = new RwLock();
    private final WaitQueue queue = new WaitQueue();
    private final Mutex[] one = new Mutex[1];

    /** Checked. */
    static final class Trouble extends Exception {
        Trouble(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Cannot even be asked what it is. */
    static final class Rude extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    @Syscall("afs_syscall")
    public long fail(UserThread thread, int how, long number) throws KernelException {
        switch (how) {
            case 0: throw new IllegalStateException("as asked"); // line: unchecked
            case 1: checked(); // line: checked call
                return 0;
            case 2: nested(number); // line: nested call
                return 0;
            case 3: assert number > 1000 : "number is " + number; // line: assertion
                return 0;
            case 4: return depth(number); // line: recursion call
            case 5: return 100 / number; // line: division
            case 6: return memory();
            case 7:
                queue.await(() -> false, thread.interruption(), Task.NO_DEADLINE);
                throw KernelException.of(Errno.EINTR);
            case 8: return ((int[]) null).length; // line: null
            case 10: throw new Rude(); // line: rude
            default: throw KernelException.of(Errno.EINVAL);
        }
    }

    @Syscall("tuxcall")
    public long lock(UserThread thread, int which, int then) throws KernelException {
        switch (which) {
            case 0: spin.lock(); break;
            case 1: mutex.lock(); break;
            case 2: shared.read(); break;
            case 3: shared.write(); break;
            case 4:
                mutex.lock();
                shared.read();
                shared.read();
                spin.lock();
                break;
            default:
                try (var first = mutex.lock(); var second = shared.write(); var third = spin.lock()) {
                    return 1;
                }
        }
        if (then == 0) {
            throw new IllegalStateException("with a lock held"); // line: locked
        } else if (then == 1) {
            throw new OutOfMemoryError("with a lock held");
        }
        return 2;
    }

    @Syscall("security")
    public long hostile(UserThread thread, int what) throws KernelException {
        switch (what) {
            case 0:
                new Timer(now -> index(one, 3)).arm(Clock.monotonicNanos() + 1000);
                return 0;
            case 1:
                TaskOptions.of(() -> index(one, 4)).name("hostile").spawn(); // line: task body
                return 0;
            case 2:
                Scheduler.install(new Quitter());
                return 0;
            default:
                throw KernelException.of(Errno.EINVAL);
        }
    }

    /** A scheduling policy that gives up after a while. */
    private static final class Quitter implements Scheduler {
        private Task first;
        private int left = 40;

        @Override
        public void enqueue(Task task, Reason reason) {
            task.setQueueNext(first);
            first = task;
        }

        @Override
        public Task next() {
            if (left-- == 0) {
                index(null, 0);
            }
            Task task = first;
            if (task != null) {
                first = task.queueNext();
            }
            return task;
        }

        @Override
        public boolean preempts(Task woken, Task running) {
            return true;
        }

        @Override
        public boolean tick(Task running, long ranNanos) {
            return true;
        }
    }

    private static Mutex index(Mutex[] of, int at) {
        return of[at]; // line: index
    }

    private static void checked() {
        Failing.<RuntimeException>sneak(new Trouble("checked", null)); // line: checked
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable any) throws T {
        throw (T) any;
    }

    private static void nested(long number) {
        try {
            divide(number); // line: nested cause call
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("outer", e); // line: nested
        }
    }

    private static long divide(long number) {
        return 7 % number; // line: nested cause
    }

    private static long depth(long number) {
        return depth(number + 1) + 1;
    }

    private static long memory() {
        List<long[]> hoard = new ArrayList<>();
        while (true) {
            hoard.add(new long[8192]);
        }
    }
}
