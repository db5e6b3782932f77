package org.asterism.language.corpus.exceptions;

/** Resources close in reverse order, and add what they throw as suppressed. */
public final class TryWithResources {
    private TryWithResources() {}

    private record Resource(String name, boolean failsToClose) implements AutoCloseable {
        private Resource {
            System.out.println("open " + name);
            if (name.startsWith("bad")) {
                throw new IllegalStateException("cannot open " + name);
            }
        }

        @Override
        public void close() {
            System.out.println("close " + name);
            if (failsToClose) {
                throw new UnsupportedOperationException("close " + name);
            }
        }
    }

    private static String use(String third, boolean throwing) {
        try (Resource a = new Resource("a", true); Resource none = null; Resource b = new Resource("b", true); Resource c = new Resource(third, false)) {
            System.out.println("body " + a.name() + b.name() + c.name() + none);
            if (throwing) {
                throw new IllegalArgumentException("body");
            }
            return "returned";
        } catch (RuntimeException e) {
            StringBuilder text = new StringBuilder("caught " + e.getMessage());
            for (Throwable suppressed : e.getSuppressed()) {
                text.append(" + ").append(suppressed.getMessage());
            }
            return text.toString();
        } finally {
            System.out.println("finally");
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(use("c", false));
        System.out.println(use("c", true));
        System.out.println(use("bad", false));
        Resource outer = new Resource("outer", false);
        try (outer) {
            System.out.println("effectively final");
        }
        int loops = 0;
        while (true) {
            try (Resource each = new Resource("loop" + loops, false)) {
                if (loops++ == 1) {
                    break;
                }
                continue;
            }
        }
    }
}
