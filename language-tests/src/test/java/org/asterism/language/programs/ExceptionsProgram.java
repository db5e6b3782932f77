package org.asterism.language.programs;

/** Every implicit exception, handlers, finally, and errors in initialisers. */
public final class ExceptionsProgram {
    private static int depth;

    private ExceptionsProgram() {
    }

    /** An action that may throw. */
    interface Action {
        /** Runs it. */
        void run() throws Exception;
    }

    static final class Resource implements AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
            System.out.println("open " + name);
        }

        @Override
        public void close() throws Exception {
            System.out.println("close " + name);
            if (name.equals("bad")) {
                throw new IllegalStateException("close failed");
            }
        }
    }

    static final class Broken {
        static int value = fail();

        static int fail() {
            throw new IllegalArgumentException("initialiser");
        }
    }

    static final class Checked extends Exception {
        private static final long serialVersionUID = 1;
        private final int code;

        Checked(int code) {
            super("code " + code);
            this.code = code;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        int[] numbers = new int[3];
        Object[] strings = new String[1];
        Object text = "text";
        int[] none = null;
        int zero = numbers[0];
        show("index", () -> numbers[3] = 1);
        show("negative index", () -> numbers[zero - 1]++);
        show("null", () -> System.out.println(none.length));
        show("null call", () -> nothing().hashCode());
        show("divide", () -> System.out.println(1 / zero));
        show("remainder", () -> System.out.println(1L % zero));
        show("cast", () -> System.out.println((Integer) text));
        show("store", () -> strings[0] = 1);
        show("size", () -> System.out.println(new int[zero - 5].length));
        show("inner size", () -> System.out.println(new int[0][zero - 7].length));
        show("checked", () -> {
            throw new Checked(42);
        });
        show("string", () -> "abc".charAt(5));
        show("substring", () -> "abc".substring(2, 1));
        show("parse", () -> Integer.parseInt("12x"));
        show("throw null", () -> {
            throw nothing();
        });
        show("overflow", () -> recurse(1));
        show("broken", () -> System.out.println(Broken.value));
        show("broken again", () -> System.out.println(Broken.value));
        show("resources", () -> {
            try (Resource first = new Resource("first"); Resource bad = new Resource("bad")) {
                throw new Checked(first == null || bad == null ? 1 : 2);
            }
        });
        System.out.println(order() + " " + nested(0) + " " + nested(1) + " " + nested(2));
        show("cause", () -> {
            throw new RuntimeException("outer", new Checked(7));
        });
        long sum = 0;
        for (int i = 0; i < 1000; i++) {
            try {
                sum += deep(20, i);
            } catch (Checked e) {
                sum += e.code;
            }
        }
        System.out.println(sum);
        StackTraceElement[] trace = new RuntimeException().getStackTrace();
        System.out.println(trace[0].getMethodName() + " " + trace[0].getClassName() + " " + trace[0].getFileName());
    }

    private static RuntimeException nothing() {
        return null;
    }

    private static int recurse(int n) {
        depth = n;
        return recurse(n + 1) + 1;
    }

    private static int deep(int levels, int i) throws Checked {
        if (levels == 0) {
            if (i % 3 == 0) {
                throw new Checked(i);
            }
            return 1;
        }
        return deep(levels - 1, i) + 1;
    }

    private static String order() {
        StringBuilder log = new StringBuilder();
        try {
            log.append(step(log, 1) + step(log, 0) / step(log, 0));
        } catch (ArithmeticException e) {
            log.append(" caught");
        } finally {
            log.append(" finally");
        }
        return log.toString();
    }

    private static int step(StringBuilder log, int value) {
        log.append("[").append(value).append("]");
        return value;
    }

    private static String nested(int kind) {
        String result = "";
        try {
            try {
                if (kind == 0) {
                    throw new IllegalStateException("a");
                } else if (kind == 1) {
                    throw new ArrayStoreException("b");
                }
                result += "none";
            } catch (IllegalStateException e) {
                result += e.getMessage();
                throw new RuntimeException("c");
            } finally {
                result += "f";
            }
        } catch (RuntimeException e) {
            result += e.getClass().getName();
        }
        return result;
    }

    private static void show(String name, Action action) {
        try {
            action.run();
            System.out.println(name + ": no exception");
        } catch (StackOverflowError e) {
            System.out.println(name + ": " + e.getClass().getName() + (depth > 500));
        } catch (NullPointerException | ClassCastException | NoClassDefFoundError e) {
            System.out.println(name + ": " + e.getClass().getName());
        } catch (Throwable e) {
            System.out.println(name + ": " + e + cause(e) + suppressed(e));
        }
    }

    private static String cause(Throwable e) {
        return e.getCause() == null ? "" : " because of " + e.getCause();
    }

    private static String suppressed(Throwable e) {
        return e.getSuppressed().length == 0 ? "" : " suppressed " + e.getSuppressed()[0];
    }
}
