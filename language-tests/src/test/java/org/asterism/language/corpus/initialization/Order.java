package org.asterism.language.corpus.initialization;

/** A class is initialised at its first use, superclasses first, in the order of its text. */
public final class Order {
    private Order() {}

    private static StringBuilder trace = new StringBuilder();

    private static int t(String what) {
        trace.append(what).append(' ');
        return trace.length();
    }

    private static class A {
        static final int X = t("A.x");
        static int y;

        static {
            t("A.static");
        }
    }

    private static class B extends A {
        static int z = t("B.z");

        static {
            z += X;
            t("B.static");
        }

        static int more() {
            return t("B.more");
        }
    }

    private static final class C extends B {
        static {
            t("C.static");
        }

        C() {
            t("C()");
        }
    }

    private static final class Unused {
        static {
            t("never");
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        t("main");
        A.y = 5;
        t("after A.y");
        C.more();
        t("after C.more");
        new C();
        new C();
        System.out.println(trace);
        System.out.println(A.y + " " + (B.z > 0) + " " + (Unused.class != null));
    }
}
