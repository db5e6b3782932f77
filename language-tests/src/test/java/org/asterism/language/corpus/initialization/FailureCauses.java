package org.asterism.language.corpus.initialization;

/** What NoClassDefFoundError tells of the initialiser that failed before: its exception, thread and trace, but not the exception itself. */
public final class FailureCauses {
    private static final int ZERO = "".length();
    /** Any stack holds more calls than these. */
    private static final int DEEP = 200;

    private FailureCauses() {}

    private static final class Divides {
        static int n = 1 / ZERO;
    }

    private static final class Own extends Error {
        private static final long serialVersionUID = 1;

        private Own(String message) {
            super(message, new IllegalStateException("cause of Own"));
        }

        @Override
        public String getMessage() {
            return "overridden";
        }
    }

    private static final class FailsWithError {
        static int n = fail(new Own("kept"));
    }

    private static final class Silent {
        static int n = fail(new NegativeArraySizeException());
    }

    private static final class Other extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient StackTraceElement[] trace;

        private Other(StackTraceElement... trace) {
            super("");
            this.trace = trace;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            if (trace != null && trace.length == 0) {
                throw new UnsupportedOperationException("no trace");
            }
            return trace;
        }
    }

    private static final class TraceMade {
        static int n = fail(new Other(new StackTraceElement("Maker", "make", "Maker.java", 7)));
    }

    private static final class TraceNull {
        static int n = fail(new Other((StackTraceElement[]) null));
    }

    private static final class TraceThrows {
        static int n = fail(new Other());
    }

    private static class Base {
        static {
            if (ZERO == 0) {
                throw new IllegalArgumentException("in B\u00e4se \u4e2d");
            }
        }
    }

    private static final class Child extends Base {
        static int n = 1;
    }

    private static final class SecondChild extends Base {
        static int n = 1;
    }

    private interface WithDefault {
        int N = fail(new ClassCastException("interface"));

        default void run() {}
    }

    private static final class Implementing implements WithDefault {
        static int n = 1;
    }

    private static final class Outer {
        static int n = Inner.n;
    }

    private static final class Inner {
        static int n = 1 / ZERO;
    }

    private static final class First {
        static int n = Second.n;
    }

    private static final class Second {
        static int n = First.n + 1 / ZERO;
    }

    private static final class TooDeep {
        static int n = down(1);

        private static int down(int depth) {
            return down(depth + 1) + 1;
        }
    }

    private static final class InThread {
        static int n = fail(new IllegalStateException("elsewhere"));
    }

    private static int fail(RuntimeException exception) {
        throw exception;
    }

    private static int fail(Error error) {
        throw error;
    }

    private static Throwable thrownBy(Runnable action) {
        try {
            action.run();
            return null;
        } catch (LinkageError | Own | StackOverflowError thrown) {
            return thrown;
        }
    }

    private static void show(Runnable use) {
        Throwable first = thrownBy(use);
        boolean readable = !(first instanceof StackOverflowError);
        if (readable) {
            showChain("first", first);
        }
        Throwable second = thrownBy(use);
        Throwable third = thrownBy(use);
        if (readable) {
            showChain("then", second);
        } else {
            System.out.println(second.getMessage() + " | " + second.getCause().getMessage() + (second.getCause().getStackTrace().length > DEEP ? " in the depth" : ""));
        }
        System.out.println(second == third ? "same error" : "another error, " + (second.getCause() == third.getCause() ? "same cause" : "another cause"));
        for (Throwable sealed : new Throwable[] {second, second.getCause()}) {
            try {
                sealed.initCause(null);
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage() + " | " + e.getCause());
            }
        }
        System.out.println();
    }

    private static void showChain(String when, Throwable outermost) {
        for (Throwable t = outermost; t != null; t = t.getCause()) {
            System.out.println(when + " " + t);
            StackTraceElement[] trace = t instanceof Other ? new StackTraceElement[0] : t.getStackTrace();
            for (StackTraceElement element : trace) {
                if (element.getClassName().startsWith(FailureCauses.class.getName()) || element.getClassName().equals("Maker")) {
                    System.out.println("  at " + element);
                }
            }
            if (trace.length == 0) {
                System.out.println("  nowhere");
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        show(() -> System.out.println(Divides.n));
        show(() -> System.out.println(FailsWithError.n));
        show(() -> System.out.println(Silent.n));
        show(() -> System.out.println(TraceMade.n));
        show(() -> System.out.println(TraceNull.n));
        show(() -> System.out.println(TraceThrows.n));
        show(() -> System.out.println(Child.n));
        show(() -> System.out.println(SecondChild.n));
        show(Base::new);
        show(() -> System.out.println(Implementing.n));
        show(() -> System.out.println(Outer.n));
        show(() -> System.out.println(Inner.n));
        show(() -> System.out.println(First.n));
        show(() -> System.out.println(Second.n));
        show(() -> System.out.println(TooDeep.n));
        Thread thread = new Thread(() -> show(() -> System.out.println(InThread.n)), "of its own");
        thread.start();
        thread.join();
    }
}
