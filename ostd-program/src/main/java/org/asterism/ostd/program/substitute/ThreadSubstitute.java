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
    private ThreadSubstitute() {}

    @TargetField("eetop")
    static native long area(Object thread);

    @TargetField("eetop")
    private static native void area(Object thread, long address);

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
            if (thread.isInterrupted()) {
                thread.interrupt(); // before it started: now its task knows
            }
            running = true;
            Parking.current().unpark(starter);
            try {
                thread.run();
            } catch (Throwable uncaught) {
                report(uncaught);
            }
            synchronized (thread) {
                area(thread, 0);
                ThreadStatus.set(thread, ThreadStatus.TERMINATED);
                thread.notifyAll();
            }
            countEnd();
        }

        /** Gives what ended the thread to its own handler, or to that of all threads, or prints it. */
        private void report(Throwable uncaught) {
            Thread.UncaughtExceptionHandler own = thread.getUncaughtExceptionHandler(); // there are no thread groups to stand in
            Thread.UncaughtExceptionHandler handler = own != null ? own : Thread.getDefaultUncaughtExceptionHandler();
            if (handler == null) {
                System.err.print("Exception in thread \"" + thread.getName() + "\" ");
                uncaught.printStackTrace();
                return;
            }
            try {
                handler.uncaughtException(thread, uncaught);
            } catch (Throwable thrown) {
                System.err.println("\nException: " + thrown.getClass().getName() + " thrown from the UncaughtExceptionHandler in thread \"" + thread.getName() + "\"");
            }
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
            if (ThreadStatus.of(self) != ThreadStatus.NEW || area(self) != 0) {
                throw new IllegalThreadStateException();
            }
            Body body = new Body(self, ThreadArea.current());
            if (!self.isDaemon()) {
                ProgramThreads.started();
            }
            ThreadStatus.set(self, ThreadStatus.RUNNABLE);
            startTask(body);
            body.awaitRunning();
        }
    }

    private static void startTask(Body body) {
        try {
            ProgramHost.current().startTask(body.thread.getName(), body);
        } catch (OutOfMemoryError noStack) {
            body.countEnd();
            ThreadStatus.set(body.thread, ThreadStatus.NEW);
            throw noStack;
        }
    }

    @SubstituteMethod(reason = "a task keeps the name it was started with; the Thread has the new one")
    static void setNativeName(Thread self, String name) {
        // the Thread's name is what programs see
    }

    @SubstituteMethod(reason = "without access control")
    static void checkAccess(Thread self) {
        // everything is permitted
    }
}
