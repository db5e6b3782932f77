package org.asterism.ostd.program.substitute;

import org.asterism.ostd.runtime.MonitorSupport;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link Object#wait(long)} of threads that can be interrupted. */
@SubstituteClass(value = Object.class, reason = "natives")
final class ObjectSubstitute {
    private ObjectSubstitute() {}

    @SubstituteMethod(reason = "native")
    static void wait(Object self, long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (MonitorSupport.isOwner(self)) {
            throwIfInterrupted(); // others are refused below
        }
        long nanos = millis == 0 ? Long.MAX_VALUE : ThreadStatus.nanos(millis);
        Thread thread = Thread.currentThread();
        ThreadStatus.set(thread, ThreadStatus.waiting(nanos));
        boolean notified;
        try {
            notified = MonitorSupport.await(self, nanos);
        } finally {
            ThreadStatus.set(thread, ThreadStatus.RUNNABLE);
        }
        if (!notified) {
            throwIfInterrupted();
        }
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
