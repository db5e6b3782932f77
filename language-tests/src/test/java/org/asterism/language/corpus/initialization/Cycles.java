package org.asterism.language.corpus.initialization;

/** Cycles of initialisers see the defaults of what is not yet set. */
public final class Cycles {
    private Cycles() {}

    private static class A {
        static int x = B.y + 1;
        static final int LATE = Integer.parseInt("7");
        static final int CONSTANT = 3;
    }

    private static final class B {
        static int y = A.x + 10;
        static int seen = A.LATE + A.CONSTANT;
    }

    private static class Parent {
        static String text = "parent sees " + Child.text;
    }

    private static final class Child extends Parent {
        static String text = "child sees " + Parent.text;
    }

    private static final class Singleton {
        private static final Singleton INSTANCE = new Singleton();
        private static int count = 5;
        private static final int CONSTANT = 5;
        private final int seen;

        private Singleton() {
            seen = count + CONSTANT;
            count++;
        }
    }

    private static final class Forward {
        static int a = Forward.b + 1;
        static int b = a * 10;

        static {
            c = 50;
        }

        static int c = 7;
        static int d;

        static {
            d = c;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(A.x + " " + B.y + " " + B.seen);
        System.out.println(Child.text + " | " + Parent.text);
        System.out.println(Singleton.INSTANCE.seen + " " + Singleton.count);
        System.out.println(Forward.a + " " + Forward.b + " " + Forward.c + " " + Forward.d);
    }
}
