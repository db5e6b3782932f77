package org.asterism.ostd.substitute;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** {@link ForkJoinTask}: whoever invokes a task runs it, so what it threw was thrown in the same thread. */
@SubstituteClass(value = ForkJoinTask.class, reason = "copies exceptions of other threads by reflection")
final class ForkJoinTaskSubstitute {
    private ForkJoinTaskSubstitute() {}

    @TargetField("status")
    private static native int status(Object task);

    @TargetField("aux")
    private static native Object outcome(Object task);

    /** How a task ended. */
    @SubstituteClass(className = "java.util.concurrent.ForkJoinTask$Aux", reason = "holds what a task threw")
    static final class Outcome {
        private Outcome() {}

        @TargetField("ex")
        static native Throwable thrown(Object outcome);
    }

    @SubstituteMethod(reason = "whoever invokes a task has run all of it")
    static int awaitDone(ForkJoinTask<?> self, ForkJoinPool pool, boolean ran, boolean interruptible, boolean timed, long nanos) {
        if (status(self) >= 0) {
            throw new IllegalStateException("a task waits for others to run it, and there is no pool of threads");
        }
        return status(self);
    }

    @SubstituteMethod(reason = "as it was thrown")
    static Throwable getThrowableException(ForkJoinTask<?> self) {
        Object outcome = outcome(self);
        return outcome == null ? null : Outcome.thrown(outcome);
    }
}
