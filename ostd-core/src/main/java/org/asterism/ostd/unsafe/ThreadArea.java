package org.asterism.ostd.unsafe;

/**
 * The control area of a task: raw memory, one each, that the compiler, the heap and the scheduler share. Its offsets, in bytes.
 *
 * <p>Owned by its task; the collector reads and clears the allocation runs of others while the world is stopped.
 * Its words are roots of the collector, {@link #TASK} and {@link #PENDING} among them, by being scanned like a stack; but not its allocation runs.
 */
public final class ThreadArea {
    /** 8 bytes: the area's own address. */
    public static final int SELF = 0;
    /** 8 bytes: below this stack address, recursive methods throw StackOverflowError. */
    public static final int STACK_LIMIT = 8;
    /** 8 bytes: the {@link Thread} of this task, as a reference; 0 until somebody asks for it. */
    public static final int THREAD = 16;
    /** 4 bytes: how many times preemption was switched off and not on again; at 0 the task may lose the CPU anywhere. */
    public static final int PREEMPTION_DEPTH = 24;
    /** 4 bytes: not 0 if something waits for {@link #PREEMPTION_DEPTH} to reach 0. */
    public static final int PREEMPTION_PENDING = 28;
    /** 8 bytes: the highest address of the stack, where the collector stops to scan. */
    public static final int STACK_BASE = 32;
    /** 4 bytes: identity of the task among all alive, 1..65535; owners of monitors are named by it. */
    public static final int TASK_ID = 40;
    /** 4 bytes: 1 while the task waits in a voluntary block, where it is not inside the allocator. */
    public static final int PARKED = 44;
    /** 8 bytes: the OSTD task object, as a reference, or 0. */
    public static final int TASK = 48;
    /** 4 bytes: which fallible allocation from here on fails; 0 means none. Fault injection. */
    public static final int FAIL_ALLOCATION = 56;
    /** 4 bytes: not 0 while the task may be refused memory: its allocations leave the heap's reserve alone, and can be made to fail. */
    public static final int FALLIBLE = 60;
    /** The first allocation run; each is {@link #RUN_BYTES} long, one a size class. */
    public static final int RUNS = 64;
    /** Number of size classes. */
    public static final int RUN_COUNT = 32;
    /** 8 bytes in a run: the address where the next object goes. */
    public static final int RUN_CURSOR = 0;
    /** 8 bytes in a run: the address after its last cell. */
    public static final int RUN_LIMIT = 8;
    /** Bytes of one run. */
    public static final int RUN_BYTES = 16;
    /** 8 bytes: bytes handed to the task in runs and large objects since it began. */
    public static final int ALLOCATED_BYTES = RUNS + RUN_COUNT * RUN_BYTES;
    /** 8 bytes: a reference the runtime keeps alive for the task, or 0. */
    public static final int PENDING = ALLOCATED_BYTES + 8;
    /** Where words of the machine layer may begin; the runtime leaves them alone. */
    public static final int MACHINE = PENDING + 8;
    /** Bytes of a whole area, machine words included. */
    public static final int BYTES = 1024;
    /** 4 bytes: not 0 while the task is asked to give up {@link Object#wait()}; only a program's threads are. */
    public static final int INTERRUPTED = BYTES - 8;
    /** 4 bytes: not 0 while the next {@code LockSupport.park} of a program's thread returns at once. */
    public static final int UNPARKED = INTERRUPTED + 4;

    private ThreadArea() {}

    /** The areas of simulated tasks, one a JVM thread. */
    private static final ThreadLocal<Long> SIMULATED = ThreadLocal.withInitial(() -> {
        long area = SimulatedMemory.reserveSmall(BYTES);
        Address.storeLong(area + SELF, area);
        return area;
    });

    /**
     * The area of the running task. Constant within one task, so a compiler may keep it in a register.
     *
     * @return its address
     */
    public static long current() {
        return SIMULATED.get();
    }
}
