package org.asterism.ostd.program.substitute;

import org.asterism.ostd.program.ProgramHost;
import org.asterism.ostd.program.ProgramThreads;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.ThreadArea;

/** {@link Thread} that can be made, started and joined, as a task of the program's host. */
@SubstituteClass(value = Thread.class, reason = "a program's threads are tasks")
final class ThreadSubstitute {
    /** The values of a Thread's status that it is given here, in the terms of {@code jdk.internal.misc.VM.toThreadState}. */
    private static final int NEW = 0;
    private static final int TERMINATED = 2;
    private static final int RUNNABLE = 4;

    private ThreadSubstitute() {}

    @TargetField("eetop")
    private static native long area(Object thread);

    @TargetField("eetop")
    private static native void area(Object thread, long address);

    @TargetField("threadStatus")
    private static native int status(Object thread);

    @TargetField("threadStatus")
    private static native void status(Object thread, int status);

    /** Runs a Thread to its end, and tells those who join it. */
    private static final class Body implements Runnable {
        private final Thread thread;
        private final long starter;
        private volatile boolean running;

        private Body(Thread thread, long starter) {
            this.thread = thread;
            this.starter = starter;
        }

        @Override
        public void run() {
            long own = ThreadArea.current();
            area(thread, own);
            // SAFETY: the area belongs to this task and is a root while it lives, so the reference in it keeps the Thread alive.
            Address.storeLong(own + ThreadArea.THREAD, ObjectReference.toAddress(thread));
            running = true;
            Parking.current().unpark(starter);
            try {
                thread.run();
            } catch (Throwable uncaught) {
                System.err.print("Exception in thread \"" + thread.getName() + "\" ");
                uncaught.printStackTrace();
            }
            synchronized (thread) {
                area(thread, 0);
                status(thread, TERMINATED);
                thread.notifyAll();
            }
            countEnd();
        }

        private void countEnd() {
            if (!thread.isDaemon()) {
                ProgramThreads.ended();
            }
        }

        /** Returns when the task is known to others by its Thread: until then nobody could wake it. */
        private void awaitRunning() {
            while (!running) {
                Parking.current().park(Long.MAX_VALUE);
            }
        }
    }

    @SubstituteMethod(reason = "starts a task")
    static void start(Thread self) {
        synchronized (self) {
            if (status(self) != NEW || area(self) != 0) {
                throw new IllegalThreadStateException();
            }
            Body body = new Body(self, ThreadArea.current());
            if (!self.isDaemon()) {
                ProgramThreads.started();
            }
            status(self, RUNNABLE);
            startTask(body);
            body.awaitRunning();
        }
    }

    private static void startTask(Body body) {
        try {
            ProgramHost.current().startTask(body.thread.getName(), body);
        } catch (OutOfMemoryError noStack) {
            body.countEnd();
            status(body.thread, NEW);
            throw noStack;
        }
    }

    @SubstituteMethod(reason = "without access control")
    static void checkAccess(Thread self) {
        // everything is permitted
    }
}
