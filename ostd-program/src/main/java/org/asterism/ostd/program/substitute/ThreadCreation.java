package org.asterism.ostd.program.substitute;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.TargetMethod;
import org.asterism.ostd.unsafe.ThreadArea;

/** How a {@link Thread} is made: as in {@code ostd-core}, and it inherits from the thread that makes it. */
@SubstituteClass(value = Thread.class, reason = "a program's threads inherit from each other")
final class ThreadCreation {
    private static final AtomicInteger MADE = new AtomicInteger();

    private ThreadCreation() {}

    /** What a new thread gets of the inheritable thread-locals of another. */
    @SubstituteClass(value = ThreadLocal.class, reason = "inheritable values")
    static final class Inheritance {
        private Inheritance() {}

        @TargetMethod("createInheritedMap")
        static native Object inherited(Object map);
    }

    @TargetField("tid")
    private static native void identity(Object thread, long number);

    @TargetField("name")
    private static native void name(Object thread, String name);

    @TargetField("target")
    private static native void target(Object thread, Runnable target);

    @TargetField("priority")
    private static native void priority(Object thread, int priority);

    @TargetField("daemon")
    private static native void daemon(Object thread, boolean daemon);

    @TargetField("threadLocalRandomProbe")
    private static native void probe(Object thread, int probe);

    @TargetField("threadLocalRandomSeed")
    private static native void seed(Object thread, long seed);

    @TargetField("inheritableThreadLocals")
    private static native Object inheritable(Object thread);

    @TargetField("inheritableThreadLocals")
    private static native void inheritable(Object thread, Object map);

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
        long maker = Address.loadLong(ThreadArea.current() + ThreadArea.THREAD);
        if (maker != 0) { // 0 where the Thread of the maker itself is being made
            inherit(self, ObjectReference.fromAddress(maker), inherit);
        }
    }

    private static void inherit(Thread self, Thread maker, boolean inherit) {
        priority(self, maker.getPriority());
        daemon(self, maker.isDaemon());
        Object values = inheritable(maker);
        if (inherit && values != null) {
            inheritable(self, Inheritance.inherited(values));
        }
    }

    @SubstituteMethod(reason = "there are no thread groups, and tasks of a program have one priority; the Thread remembers what it was given")
    static void setPriority(Thread self, int priority) {
        if (priority < Thread.MIN_PRIORITY || priority > Thread.MAX_PRIORITY) {
            throw new IllegalArgumentException();
        }
        priority(self, priority);
    }
}
