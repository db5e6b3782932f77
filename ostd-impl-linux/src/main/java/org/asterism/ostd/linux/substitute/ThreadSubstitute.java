package org.asterism.ostd.linux.substitute;

import org.asterism.ostd.linux.LinuxThread;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.ThreadArea;

/** {@link Thread} that can be made, started and joined, as a task of this process: for tests of monitors and preemption. */
@SubstituteClass(value = Thread.class, reason = "threads are tasks of this process")
final class ThreadSubstitute {
    private ThreadSubstitute() {}

    @TargetField("eetop")
    private static native long area(Object thread);

    @TargetField("eetop")
    private static native void area(Object thread, long address);

    /** Runs a Thread to its end, and tells those who join it. */
    private static final class Body implements Runnable {
        private final Thread thread;

        private Body(Thread thread) {
            this.thread = thread;
        }

        @Override
        public void run() {
            try {
                thread.run();
            } catch (Throwable uncaught) {
                System.err.print("Exception in thread \"" + thread.getName() + "\" ");
                uncaught.printStackTrace();
            }
            synchronized (thread) {
                area(thread, 0);
                thread.notifyAll();
            }
        }
    }

    @SubstituteMethod(reason = "starts a task")
    static void start(Thread self) {
        synchronized (self) {
            if (area(self) != 0) {
                throw new IllegalThreadStateException();
            }
            Body body = new Body(self);
            Preemption.disable();
            long area = LinuxThread.start(body, self.isDaemon());
            area(self, area);
            // SAFETY: the area is a root while the task lives, so the reference in it keeps the Thread alive.
            Address.storeLong(area + ThreadArea.THREAD, ObjectReference.toAddress(self));
            Preemption.enable();
        }
    }

    @SubstituteMethod(reason = "without access control")
    static void checkAccess(Thread self) {
        // everything is permitted
    }
}
