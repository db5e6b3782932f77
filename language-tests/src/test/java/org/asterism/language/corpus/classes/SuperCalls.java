package org.asterism.language.corpus.classes;

/** super calls skip overriding methods, at every level. */
public final class SuperCalls {
    private SuperCalls() {}

    private static class A {
        String m() {
            return "A";
        }

        String n() {
            return "n" + m();
        }
    }

    private static class B extends A {
        @Override
        String m() {
            return "B" + super.m();
        }
    }

    private static class C extends B {
        String viaSuper() {
            return super.m() + super.n();
        }
    }

    private static final class D extends C {
        @Override
        String m() {
            return "D" + super.m();
        }

        @Override
        String n() {
            java.util.function.Supplier<String> s = super::n;
            return "[" + s.get() + "]" + new Object() {
                String outer() {
                    return D.super.m() + D.this.m();
                }
            }.outer();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        A[] all = {new A(), new B(), new C(), new D()};
        for (A each : all) {
            System.out.println(each.m() + " " + each.n());
        }
        System.out.println(new D().viaSuper() + " " + new C().viaSuper());
    }
}
