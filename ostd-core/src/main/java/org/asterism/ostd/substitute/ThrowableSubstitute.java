package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.ExceptionSupport;
import org.asterism.ostd.runtime.StackTraces;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.TargetMethod;

/**
 * Stack traces of {@link Throwable}: raw return addresses are recorded when one is made, and become class, method, file and line when
 * somebody asks. Expected errors of the kernel are made without. The addresses stay, whatever trace a throwable is given instead, so that reports
 * need not believe it. Preallocated throwables are shared, so nothing may be added to them.
 */
@SubstituteClass(value = Throwable.class, reason = "stack traces are recorded by the JVM")
final class ThrowableSubstitute {
    private ThrowableSubstitute() {}

    @TargetField("backtrace")
    private static native Object backtrace(Object throwable);

    @TargetField("backtrace")
    private static native void backtrace(Object throwable, Object addresses);

    /** Whether the elements are what a trace shows; else they are to be made of the addresses. The JVM counts frames there. */
    @TargetField("depth")
    private static native int hasElements(Object throwable);

    @TargetField("depth")
    private static native void hasElements(Object throwable, int yes);

    @TargetField("stackTrace")
    private static native StackTraceElement[] elements(Object throwable);

    @TargetField("stackTrace")
    private static native void elements(Object throwable, StackTraceElement[] elements);

    @TargetMethod("setStackTrace")
    private static native void originalSetStackTrace(Throwable self, StackTraceElement[] elements);

    @TargetMethod("initCause")
    private static native Throwable originalInitCause(Throwable self, Throwable cause);

    @TargetMethod("addSuppressed")
    private static native void originalAddSuppressed(Throwable self, Throwable suppressed);

    /** The return addresses of its making; null if there are none. */
    static long[] recorded(Throwable self) {
        return (long[]) backtrace(self);
    }

    /** Replaces them. */
    static void record(Throwable self, long[] addresses) {
        backtrace(self, addresses);
        hasElements(self, 0);
    }

    @SubstituteMethod(reason = "records return addresses")
    static Throwable fillInStackTrace(Throwable self) {
        // a constructor that wants no trace has set the elements to null before
        if (elements(self) != null) {
            backtrace(self, StackTraces.capture());
            hasElements(self, 0);
        }
        return self;
    }

    @SubstituteMethod(reason = "translates return addresses")
    static StackTraceElement[] getOurStackTrace(Throwable self) {
        long[] addresses = recorded(self);
        if (addresses != null && hasElements(self) == 0) {
            StackTraceElement[] translated = StackTraces.translate(addresses, self);
            elements(self, translated);
            hasElements(self, 1);
            return translated;
        }
        StackTraceElement[] known = elements(self);
        return known == null ? new StackTraceElement[0] : known;
    }

    @SubstituteMethod(reason = "preallocated throwables are frozen")
    static void setStackTrace(Throwable self, StackTraceElement[] elements) {
        if (!ExceptionSupport.isFrozen(self)) {
            originalSetStackTrace(self, elements);
            hasElements(self, 1);
        }
    }

    @SubstituteMethod(reason = "preallocated throwables are frozen")
    static Throwable initCause(Throwable self, Throwable cause) {
        return ExceptionSupport.isFrozen(self) ? self : originalInitCause(self, cause);
    }

    @SubstituteMethod(reason = "preallocated throwables are frozen")
    static void addSuppressed(Throwable self, Throwable suppressed) {
        if (!ExceptionSupport.isFrozen(self)) {
            originalAddSuppressed(self, suppressed);
        }
    }
}
