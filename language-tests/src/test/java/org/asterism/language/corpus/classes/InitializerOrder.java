package org.asterism.language.corpus.classes;

/** Field initialisers and instance blocks run in order, after the superclass, before the constructor. */
public final class InitializerOrder {
    private InitializerOrder() {}

    private static StringBuilder trace = new StringBuilder();

    private static int t(String what) {
        trace.append(what).append(' ');
        return trace.length();
    }

    private static class Base {
        int a = t("Base.a");

        {
            t("Base.block");
        }

        Base() {
            t("Base()");
        }

        Base(int argument) {
            this();
            t("Base(int)");
        }

        int b = t("Base.b");
    }

    private static final class Derived extends Base {
        int c = t("Derived.c");
        final int d;

        {
            d = t("block1") + this.c;
        }

        Derived() {
            super(t("argument"));
            t("Derived()");
        }

        Derived(int x) {
            this();
            t("Derived(int)");
        }

        {
            t("block2");
        }

        int e = t("Derived.e");
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        new Base();
        System.out.println(trace);
        trace.setLength(0);
        new Base(1);
        System.out.println(trace);
        trace.setLength(0);
        Derived derived = new Derived(1);
        System.out.println(trace);
        System.out.println(derived.a + " " + derived.b + " " + derived.c + " " + derived.d + " " + derived.e);
    }
}
