package org.asterism.language.corpus.initialization;

/** Interfaces are initialised when their fields are used, not by their implementations. */
public final class Interfaces {
    private Interfaces() {}

    private static int t(String what) {
        System.out.println(what);
        return what.length();
    }

    private interface A {
        int X = t("A initialised");
        int CONSTANT = 5;
    }

    private interface B extends A {
        int Y = t("B initialised");
    }

    private interface C extends B {
        int Z = t("C initialised");

        static void hello() {
            t("hello from C");
        }
    }

    private static final class Impl implements B {
        static {
            t("Impl initialised");
        }
    }

    private static final class User implements C {
        static int use = X;

        static {
            t("User initialised");
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        t("constant " + A.CONSTANT + B.CONSTANT);
        new Impl();
        t("after Impl");
        t("Y " + B.Y);
        t("X " + C.X);
        C.hello();
        t("user " + User.use);
    }
}
