package org.asterism.ostd.program.substitute;

import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * What {@link java.util.concurrent.locks.LockSupport} does for a program's threads. Its permit is not that of {@link Parking}, which monitors,
 * sleeps and yields of the same thread use up.
 */
@SubstituteClass(className = "jdk.internal.misc.Unsafe", reason = "implemented inside the JVM")
final class UnsafeSubstitute {
    private UnsafeSubstitute() {}

    @SubstituteMethod(reason = "waiting is the scheduler's business")
    static void park(Object unsafe, boolean absolute, long time) {
        long permit = ThreadArea.current() + ThreadArea.UNPARKED;
        long left = nanos(absolute, time);
        Parking parking = Parking.current();
        long end = left == Long.MAX_VALUE ? left : parking.nanoTime() + left;
        Thread self = Thread.currentThread();
        while (Address.loadInt(permit) == 0 && left > 0 && !self.isInterrupted()) {
            ThreadStatus.set(self, ThreadStatus.waiting(left));
            parking.park(left);
            ThreadStatus.set(self, ThreadStatus.RUNNABLE);
            left = end == Long.MAX_VALUE ? end : end - parking.nanoTime();
        }
        Address.storeInt(permit, 0); // whoever gave it did so after what this thread will look at next
    }

    /** How long to wait at most, from a wall time in milliseconds, or nanoseconds with 0 for ever. */
    private static long nanos(boolean absolute, long time) {
        if (absolute) {
            return ThreadStatus.nanos(time - System.currentTimeMillis());
        }
        return time == 0 ? Long.MAX_VALUE : Math.min(time, Long.MAX_VALUE / 2);
    }

    @SubstituteMethod(reason = "waking is the scheduler's business")
    static void unpark(Object unsafe, Object thread) {
        Preemption.disable(); // the task cannot end meanwhile, and take its area along
        long area = thread == null ? 0 : ThreadSubstitute.area(thread);
        if (area != 0) {
            Address.storeInt(area + ThreadArea.UNPARKED, 1);
            Parking.current().unpark(area);
        }
        Preemption.enable();
    }
}
