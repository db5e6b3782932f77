package org.example.meddling;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.mm.Frame;
import org.asterism.ostd.mm.IoVector;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.UserReader;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.power.Power;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.sync.Waiter;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.task.Scheduler;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserMode;

/** System calls that mean ill: guards and handles used again, traces that accuse others, waiters and policies that lie. */
public final class Meddling implements SyscallProvider {
    private static final String VICTIM = "org.asterism.service.fs";

    private final SpinLock spin = new SpinLock();
    private final Preemption guard = anyGuard();
    private final Task ended = TaskOptions.of(() -> { }).name("ended").spawn();
    private UserThread kept;
    private AddressSpace keptSpace;
    private volatile boolean stop;
    private int rounds;

    private static Preemption anyGuard() {
        try (Preemption guard = Preemption.disable()) {
            return guard;
        }
    }

    @Syscall("putpmsg")
    public long meddle(UserThread thread, int how, long number) throws KernelException {
        switch (how) {
            case 0: return guardTwice();
            case 1: return guardInSpinLock();
            case 2: return bombs(thread.files().get((int) number));
            case 3: return storm(number);
            case 4:
                Task.current().setQueueNext(Task.current()); // line: queue
                return 0;
            case 5:
                Task.current().setPolicyState("mine");
                return 0;
            case 6:
                TaskOptions.start(Task.current()); // line: start
                return 0;
            case 7: throw accusing(new IllegalStateException("forged")); // line: forged
            case 8: throw new Liar(); // line: liar
            case 9: throw new ExceptionInInitializerError(accusing(new IllegalStateException("stolen"))); // line: stolen
            case 10: throw new Traceless();
            case 11: return assured();
            case 12:
                Power.beforeOff("meddling", () -> { throw new AssertionError("not yet"); });
                return 0;
            case 13: return changingVector(number);
            case 14: return strangeSpace(thread);
            case 15: return strangeContext();
            case 16: return staleFrame();
            case 17:
                kept = thread;
                keptSpace = thread.addressSpace();
                return 0;
            case 18: return stale(thread);
            case 19: return spinFor(number);
            case 20: return many((int) number);
            case 21: throw KernelException.of(null); // line: null errno
            case 22:
                Scheduler.install(new Rogue((int) number));
                return 0;
            case 23: return unlocked();
            case 24:
                TaskOptions.of(() -> spinFor(0)).name("busy").spawn();
                return 0;
            default: throw KernelException.of(Errno.EINVAL);
        }
    }

    private long guardTwice() {
        Preemption first = Preemption.disable();
        first.close();
        first.close(); // line: twice
        return 1;
    }

    private long guardInSpinLock() {
        try (var held = spin.lock()) {
            guard.close(); // line: in spin lock
        }
        return 1;
    }

    private long unlocked() {
        try (var held = spin.lock()) {
            return Preemption.isDisabled() ? 1 : 0;
        }
    }

    /** Four waiters that do what they must not, in somebody else's queue. */
    private long bombs(OpenFile file) {
        Waiter none = new Waiter(null);
        Bomb[] bombs = {new Bomb(guard, 0), new Bomb(guard, 1), new Bomb(guard, 2)};
        file.poll(queue -> {
            queue.enqueue(none);
            for (Bomb bomb : bombs) {
                bomb.queue = queue;
                queue.enqueue(bomb);
            }
        });
        return 4;
    }

    static final class Bomb extends Waiter {
        private final Preemption guard;
        private final int how;
        private WaitQueue queue;
        private final Error ready = new AssertionError("woken"); // line: bomb
        private final SpinLock own = new SpinLock();

        Bomb(Preemption guard, int how) {
            super(null);
            this.guard = guard;
            this.how = how;
        }

        @Override
        protected void wake() {
            switch (how) {
                case 0:
                    own.lock();
                    throw ready;
                case 1:
                    guard.close();
                    break;
                default:
                    queue.remove(this);
            }
        }
    }

    /** A timer that is always late. */
    private long storm(long most) {
        rounds = 0;
        Timer[] self = new Timer[1];
        self[0] = new Timer(now -> {
            if (++rounds < most) {
                self[0].arm(0);
            }
        });
        self[0].arm(0);
        while (rounds < most) {
            Task.yieldNow();
        }
        return rounds;
    }

    private static <T extends Throwable> T accusing(T failure) {
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(null, VICTIM, null, VICTIM + ".Culprit", "fail", "Culprit.java", 1)});
        return failure;
    }

    static final class Liar extends IllegalStateException {
        @Override
        public StackTraceElement[] getStackTrace() {
            return accusing(new RuntimeException()).getStackTrace();
        }
    }

    static final class Traceless extends RuntimeException {
        Traceless() {
            super("traceless", null, false, false);
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return accusing(new RuntimeException()).getStackTrace();
        }
    }

    private static long assured() {
        Object[] hoard = new Object[1 << 16];
        try (var assured = Allocation.assured()) {
            for (int i = 0; ; i++) {
                hoard[i] = new long[8192];
            }
        }
    }

    /** Reads through ranges and from an array that another task changes meanwhile. */
    private long changingVector(long times) {
        long[] addresses = {4096, 8192};
        long[] lengths = {4096, 4096};
        byte[] into = new byte[64];
        stop = false;
        TaskOptions.of(() -> {
            for (long i = 0; !stop; i++) {
                lengths[(int) (i & 1)] = i % 3 == 0 ? -1 : i % 3 == 1 ? Long.MAX_VALUE : 16;
                addresses[(int) (i & 1)] = i % 5 == 0 ? -4096 : i % 5 == 1 ? 0xffff_8000_0000_0000L : 4096;
                Task.yieldNow();
            }
        }).spawn();
        long failures = 0;
        for (long i = 0; i < times; i++) {
            lengths[0] = 4096;
            lengths[1] = 4096;
            UserReader reader = new UserReader(new IoVector(addresses, lengths));
            Task.yieldNow();
            try {
                reader.read(into, 0, into.length);
            } catch (RuntimeException e) {
                failures++;
            }
        }
        stop = true;
        return failures >= 0 ? 1 : 0;
    }

    /** A space whose faults are never resolved, resolved by faulting again, and whose uses come after its end. */
    private static long strangeSpace(UserThread thread) {
        byte[] into = new byte[8];
        VmSpace[] own = new VmSpace[1];
        int[] depth = new int[1];
        VmSpace space = VmSpace.create((address, access) -> {
            own[0].mapZeroed(address & -4096, access);
            own[0].unmap(address & -4096, 4096);
            return depth[0]++ > 3 ? true : UserMemory.read(address, into, 0, 8) == 8;
        });
        own[0] = space;
        space.activate();
        int got = UserMemory.read(VmSpace.minimumAddress() + 4096, into, 0, 8);
        thread.addressSpace().activate();
        space.close();
        int refused = 0;
        for (int i = 0; i < 3; i++) {
            try {
                switch (i) {
                    case 0: space.mapZeroed(8192, 1); break;
                    case 1: space.activate(); break;
                    default: space.close();
                }
            } catch (RuntimeException e) {
                refused++;
            }
        }
        thread.addressSpace().activate();
        return got == 0 ? refused : -1;
    }

    /** User mode with registers that no program has. */
    private static long strangeContext() {
        UserContext context = UserContext.create();
        context.setRegister(UserContext.FLAGS, -1);
        context.setRegister(UserContext.THREAD_POINTER, -1);
        context.setRegister(UserContext.GS_BASE, Long.MIN_VALUE);
        context.setRegister(UserContext.STACK_POINTER, -1);
        byte[] image = new byte[UserContext.floatingPointBytes()];
        java.util.Arrays.fill(image, (byte) -1);
        context.restoreFloatingPoint(image);
        int left = 0;
        for (long address : new long[] {0, -1, Long.MIN_VALUE, 0x0000_8000_0000_0000L, 0x0000_7fff_ffff_ffffL, 0xffff_ffff_8000_0000L}) {
            context.setRegister(UserContext.INSTRUCTION_POINTER, address);
            for (int i = 0; i < 3; i++) {
                UserMode.execute(context);
            }
            left++;
        }
        try (var held = Preemption.disable()) {
            UserMode.execute(context); // line: atomic
        }
        return left;
    }

    private static long staleFrame() {
        Frame frame = Frame.allocate();
        Frame shared = frame.share();
        frame.close();
        frame.close();
        byte[] bytes = new byte[8];
        shared.read(0, bytes, 0, 8);
        shared.close();
        shared.read(0, bytes, 0, 8); // line: stale
        return 1;
    }

    /** Uses what belonged to a process that has ended. */
    private long stale(UserThread thread) throws KernelException {
        int failed = 0;
        for (int i = 0; i < 6; i++) {
            try {
                switch (i) {
                    case 0: kept.files().get(0).read(thread, new org.asterism.ostd.mm.ArrayWriter(new byte[4], 0, 4)); break;
                    case 1: kept.signal(9); break;
                    case 2: keptSpace.activate(); break;
                    case 3: UserMemory.read(VmSpace.minimumAddress(), new byte[8], 0, 8); break;
                    case 4: kept.addressSpace().activate(); break;
                    default: kept.filesystem().release();
                }
            } catch (RuntimeException | KernelException e) {
                failed++;
            }
        }
        thread.addressSpace().activate();
        return failed;
    }

    private static long spinFor(long nanos) {
        long end = nanos == 0 ? Long.MAX_VALUE : Clock.monotonicNanos() + nanos;
        long turns = 0;
        while (Clock.monotonicNanos() < end) {
            turns++;
        }
        return turns > 0 ? 1 : 0;
    }

    private static long many(int count) {
        int made = 0;
        try {
            for (; made < count; made++) {
                TaskOptions.of(Task::park).name("idle hand").spawn();
            }
        } catch (OutOfMemoryError e) {
            return made > 0 ? 1 : 0;
        }
        return 1;
    }

    /** A scheduling policy that lies. */
    private final class Rogue implements Scheduler {
        private final int how;
        private final Task never = TaskOptions.of(() -> { }).name("never").build();
        private Task first;
        private int left = 30;

        Rogue(int how) {
            this.how = how;
        }

        @Override
        public void enqueue(Task task, Reason reason) {
            task.setQueueNext(first);
            first = task;
        }

        @Override
        public Task next() {
            Task task = first;
            if (task != null) {
                first = task.queueNext();
            }
            if (left-- > 0) {
                return task;
            }
            switch (how) {
                case 0: return null;
                case 1: return ended;
                default: return never;
            }
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
}
