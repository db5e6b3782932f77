package org.asterism.ostd.substitute;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.runtime.MonitorSupport;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * {@link Thread} as the identity of a task, and the holder of its thread-locals: made when a task first asks, and kept by
 * the task's control area. Starting and stopping is the scheduler's business.
 */
@SubstituteClass(value = Thread.class, reason = "tasks are made by the scheduler, not by a JVM")
final class ThreadSubstitute {
    private static final AtomicInteger MADE = new AtomicInteger();

    private ThreadSubstitute() {}

    @TargetField("eetop")
    private static native long area(Object thread);

    @TargetField("eetop")
    private static native void area(Object thread, long address);

    @TargetField("tid")
    private static native void identity(Object thread, long number);

    @TargetField("name")
    private static native void name(Object thread, String name);

    @TargetField("target")
    private static native void target(Object thread, Runnable target);

    @TargetField("priority")
    private static native void priority(Object thread, int priority);

    @TargetField("threadLocalRandomProbe")
    static native int probe(Object thread);

    @TargetField("threadLocalRandomProbe")
    static native void probe(Object thread, int probe);

    @TargetField("threadLocalRandomSecondarySeed")
    static native int secondarySeed(Object thread);

    @TargetField("threadLocalRandomSecondarySeed")
    static native void secondarySeed(Object thread, int seed);

    @TargetField("threadLocalRandomSeed")
    private static native void seed(Object thread, long seed);

    @SubstituteMethod(name = "<clinit>", reason = "registers natives")
    static void initialize() {
        // natives are bound by the compiler, and the other statics are set when used
    }

    @SubstituteMethod(reason = "native")
    static Thread currentThread() {
        long area = ThreadArea.current();
        long known = Address.loadLong(area + ThreadArea.THREAD);
        if (known != 0) {
            return ObjectReference.fromAddress(known);
        }
        int number = Address.loadInt(area + ThreadArea.TASK_ID);
        Thread made = new Thread(null, null, number == 1 ? "main" : "Task-" + number, 0);
        area(made, area);
        // SAFETY: the area is a root, so the reference in it keeps the object alive; it belongs to this task.
        Address.storeLong(area + ThreadArea.THREAD, ObjectReference.toAddress(made));
        return made;
    }

    @SubstituteMethod(name = "<init>", reason = "without thread groups, access control and class loaders")
    static void create(Thread self, ThreadGroup group, Runnable target, String name, long stackBytes, Object context, boolean inherit) {
        if (name == null) {
            throw new NullPointerException("name cannot be null");
        }
        int number = MADE.incrementAndGet();
        target(self, target);
        name(self, name);
        identity(self, number);
        priority(self, Thread.NORM_PRIORITY);
        probe(self, number * 0x9E37_79B9 | 1);
        seed(self, number * 0x9E37_79B9_7F4A_7C15L);
    }

    /** The control area of the task that a Thread stands for. */
    static long areaOf(Thread thread) {
        return area(thread);
    }

    @SubstituteMethod(reason = "native")
    static void yield() {
        Parking.current().park(1);
    }

    @SubstituteMethod(reason = "native")
    static void onSpinWait() {
        Address.pause();
    }

    @SubstituteMethod(reason = "native")
    static void sleep(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        Parking parking = Parking.current();
        long nanos = Math.min(millis, Long.MAX_VALUE / 2_000_000) * 1_000_000L;
        long end = parking.nanoTime() + nanos;
        long left = nanos;
        while (left > 0) {
            parking.park(left);
            left = end - parking.nanoTime();
        }
    }

    @SubstituteMethod(reason = "native")
    static boolean holdsLock(Object object) {
        return MonitorSupport.isOwner(Objects.requireNonNull(object));
    }

    @SubstituteMethod(reason = "tasks are not interrupted by this flag; signals are a service's business")
    static boolean interrupted() {
        return false;
    }

    @SubstituteMethod(reason = "tasks are not interrupted by this flag; signals are a service's business")
    static boolean isInterrupted(Thread thread) {
        return false;
    }

    @SubstituteMethod(reason = "tasks are not interrupted by this flag; signals are a service's business")
    static void interrupt(Thread thread) {
        // nothing waits for it
    }

    @SubstituteMethod(reason = "names the thread group, which is not there")
    static String toString(Thread thread) {
        return "Thread[" + thread.getName() + "," + thread.getPriority() + ",main]";
    }
}
