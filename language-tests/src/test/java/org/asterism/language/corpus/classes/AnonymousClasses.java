package org.asterism.language.corpus.classes;

/** Anonymous classes: captured variables, constructor arguments, initialisers, fields. */
public final class AnonymousClasses {
    private AnonymousClasses() {}

    private abstract static class Greeter {
        private final String greeting;

        Greeter(String greeting) {
            this.greeting = greeting;
        }

        abstract String name();

        String greet() {
            return greeting + " " + name();
        }
    }

    private interface Counter {
        int next();
    }

    private static Counter counter(int start, int... steps) {
        long offset = 1L << 33;
        return new Counter() {
            private int at = start;
            private int calls;

            {
                at += steps.length;
            }

            @Override
            public int next() {
                return at += steps[calls++ % steps.length] + (int) (offset >>> 33);
            }
        };
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String world = "world" + arguments.length;
        Greeter greeter = new Greeter("hello") {
            @Override
            String name() {
                return world + super.greet().length() * 0;
            }

            @Override
            String greet() {
                return "anonymous";
            }
        };
        System.out.println(greeter.greet());
        System.out.println(new Greeter("hi") {
            @Override
            String name() {
                return new Object() {
                    @Override
                    public String toString() {
                        return world + getClass().getName().length();
                    }
                }.toString();
            }
        }.greet());
        Counter counter = counter(10, 1, 5);
        System.out.println(counter.next() + " " + counter.next() + " " + counter.next() + " " + counter(0, 7).next());
        var shaped = new Object() {
            int x = 1;
            int twice() {
                return x * 2;
            }
        };
        shaped.x = 21;
        System.out.println(shaped.twice());
        System.out.println(greeter.getClass().getName() + " " + greeter.getClass().getSimpleName().isEmpty() + " " + greeter.getClass().getSuperclass().getSimpleName());
    }
}
