package org.asterism.language.corpus.monitors;

import java.util.concurrent.locks.LockSupport;

/** States of threads, what they inherit, the permit of LockSupport, and who is told what ended a thread. */
public final class ThreadLives {
    private static final Object LOCK = new Object();

    private ThreadLives() {}

    private static void run(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }

    private static void states() throws InterruptedException {
        Thread blocked = new Thread(() -> {
            synchronized (LOCK) {
                System.out.println("inside");
            }
        });
        System.out.println(Thread.currentThread().getState() + " " + blocked.getState());
        synchronized (LOCK) {
            blocked.start();
            while (blocked.getState() != Thread.State.BLOCKED) {
                Thread.yield();
            }
        }
        blocked.join();
        System.out.println(blocked.getState() + " " + blocked.isAlive());
        try {
            blocked.start();
        } catch (IllegalThreadStateException expected) {
            System.out.println(expected);
        }
    }

    private static void names() throws InterruptedException {
        System.out.println(Thread.currentThread() + " " + new Thread("given").getName());
        Thread renamed = new Thread(() -> {
            System.out.println(Thread.currentThread().getName());
            Thread.currentThread().setName("third");
        }, "first");
        renamed.setName("second");
        run(renamed);
        System.out.println(renamed.getName());
        try {
            renamed.setName(null);
        } catch (NullPointerException expected) {
            System.out.println(expected.getMessage());
        }
    }

    private static void inheritance() throws InterruptedException {
        InheritableThreadLocal<String> value = new InheritableThreadLocal<>() {
            @Override
            protected String childValue(String parent) {
                return parent + "'s child";
            }
        };
        value.set("main");
        Thread parent = new Thread(() -> {
            Thread child = new Thread(() -> System.out.println(value.get()));
            System.out.println(value.get() + " " + child.getPriority() + " " + child.isDaemon());
            try {
                run(child);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        parent.setPriority(Thread.MAX_PRIORITY);
        parent.setDaemon(true);
        run(parent);
        try {
            parent.setPriority(Thread.MAX_PRIORITY + 1);
        } catch (IllegalArgumentException expected) {
            System.out.println(expected);
        }
    }

    /** A permit survives whatever else the thread waits for. */
    private static void permit() throws InterruptedException {
        LockSupport.unpark(Thread.currentThread());
        Thread.yield();
        Thread.sleep(1);
        synchronized (LOCK) {
            LOCK.wait(1);
        }
        LockSupport.park();
        LockSupport.parkNanos(-1);
        LockSupport.parkUntil(1);
        System.out.println("parked");
    }

    private static void endings() throws InterruptedException {
        Thread own = new Thread(() -> {
            throw new IllegalStateException("own");
        }, "first");
        own.setUncaughtExceptionHandler((thread, thrown) -> System.out.println("own handler: " + thread.getName() + " " + thrown));
        run(own);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.out.println("default handler: " + thread.getName() + " " + thrown));
        run(new Thread(() -> {
            throw new AssertionError("none");
        }, "second"));
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        states();
        names();
        inheritance();
        permit();
        endings();
    }
}
