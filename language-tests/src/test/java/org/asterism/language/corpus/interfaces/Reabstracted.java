package org.asterism.language.corpus.interfaces;

/** A default method made abstract again, and one inherited twice. */
public final class Reabstracted {
    private Reabstracted() {}

    private interface A {
        default int m() {
            return 1;
        }
    }

    private interface B extends A {
        @Override
        int m();
    }

    private interface C extends B {
        @Override
        default int m() {
            return 3;
        }
    }

    private interface D extends A, C {}

    private static final class OfB implements B {
        @Override
        public int m() {
            return 2;
        }
    }

    private static final class OfD implements D, A {}

    /** Runs it. */
    public static void main(String[] arguments) {
        A[] all = {new A() { }, new OfB(), new OfD(), (B) () -> 20, new C() { }};
        int sum = 0;
        for (A each : all) {
            sum = sum * 10 + each.m();
        }
        System.out.println(sum);
    }
}
