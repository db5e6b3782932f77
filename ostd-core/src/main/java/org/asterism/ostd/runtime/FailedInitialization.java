package org.asterism.ostd.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A class whose initialiser failed, and what is told as the cause ever after: a copy, for the throwable itself may hold on to anything (JDK-8048190). */
final class FailedInitialization {
    private static final VarHandle MESSAGE;

    static {
        try {
            MESSAGE = MethodHandles.privateLookupIn(Throwable.class, MethodHandles.lookup()).findVarHandle(Throwable.class, "detailMessage", String.class);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("java.lang.Throwable has no field detailMessage", impossible);
        }
    }

    final long metadata;
    FailedInitialization next;
    private final ExceptionInInitializerError cause;

    private FailedInitialization(long metadata, ExceptionInInitializerError cause) {
        this.metadata = metadata;
        this.cause = cause;
    }

    /** What to remember of a failure in the current task; null if there is no memory or stack for it, and then nothing will be told. */
    static FailedInitialization of(long metadata, Throwable failure) {
        try {
            String message = (String) MESSAGE.get(failure); // getMessage may be anybody's
            ExceptionInInitializerError cause = new ExceptionInInitializerError("Exception " + failure.getClass().getName()
                    + (message == null ? "" : ": " + message) + " [in thread \"" + Thread.currentThread().getName() + "\"]");
            copyTrace(failure, cause);
            return new FailedInitialization(metadata, cause);
        } catch (OutOfMemoryError | StackOverflowError none) {
            return null;
        }
    }

    private static void copyTrace(Throwable failure, Throwable to) {
        try {
            StackTraceElement[] trace = failure.getStackTrace();
            to.setStackTrace(trace == null ? new StackTraceElement[0] : trace);
        } catch (Throwable thrown) {
            return; // an override of getStackTrace failed: the copy keeps the trace it was made with
        }
    }

    /** The error for whoever uses a class that failed; {@code known} is null if nothing is known of it. */
    static NoClassDefFoundError error(long metadata, FailedInitialization known) {
        NoClassDefFoundError error = new NoClassDefFoundError("Could not initialize class " + ClassObjects.nameOf(metadata));
        if (known != null) {
            error.initCause(known.cause);
        }
        return error;
    }
}
