package org.asterism.ostd.program.substitute;

import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * {@link Thread} that can be interrupted, and what it does while it sleeps. The flag is kept twice: in the Thread, which outlives its task,
 * and in the task's control area, where the runtime looks.
 */
@SubstituteClass(value = Thread.class, reason = "the JVM's threads are not there to be woken")
final class InterruptionSubstitute {
    private InterruptionSubstitute() {}

    @TargetField("interrupted")
    private static native boolean flag(Object thread);

    @TargetField("interrupted")
    private static native void flag(Object thread, boolean interrupted);

    @SubstituteMethod(reason = "wakes the task")
    static void interrupt(Thread self) {
        Preemption.disable(); // the task cannot end meanwhile, and take its area along
        flag(self, true);
        long area = ThreadSubstitute.area(self);
        if (area != 0) {
            Address.storeInt(area + ThreadArea.INTERRUPTED, 1);
            Parking.current().unpark(area);
        }
        Preemption.enable();
    }

    @SubstituteMethod(reason = "the task's area knows, too")
    static boolean interrupted() {
        Thread self = Thread.currentThread();
        boolean interrupted = flag(self);
        if (interrupted) {
            flag(self, false);
            Address.storeInt(ThreadArea.current() + ThreadArea.INTERRUPTED, 0);
        }
        return interrupted;
    }

    @SubstituteMethod(reason = "not that of a kernel's task, which nobody interrupts")
    static boolean isInterrupted(Thread self) {
        return flag(self);
    }

    @SubstituteMethod(reason = "ends early when interrupted")
    static void sleep(long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        throwIfInterrupted();
        Parking parking = Parking.current();
        Thread self = Thread.currentThread();
        long left = ThreadStatus.nanos(millis);
        long end = parking.nanoTime() + left;
        ThreadStatus.set(self, ThreadStatus.TIMED_WAITING);
        while (left > 0 && !flag(self)) {
            parking.park(left);
            left = end - parking.nanoTime();
        }
        ThreadStatus.set(self, ThreadStatus.RUNNABLE);
        throwIfInterrupted();
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("sleep interrupted");
        }
    }

    @SubstituteMethod(reason = "is not waiting for anything")
    static void yield() {
        Thread self = Thread.currentThread();
        ThreadStatus.set(self, ThreadStatus.YIELDING);
        Parking.current().park(1);
        ThreadStatus.set(self, ThreadStatus.RUNNABLE);
    }
}
