package org.asterism.language.corpus.classes;

/** Chains of inner classes, each with its outer instance. */
public final class InnerChains {
    private final String name;

    private InnerChains(String name, int ignored) {
        this.name = name;
    }

    private class A {
        final String name = "a" + InnerChains.this.name;

        class B {
            final String name = "b" + A.this.name;

            class C extends A {
                final String own = "c" + InnerChains.this.name + A.this.name + B.this.name + super.name;

                String all() {
                    return own + name + this.new B().name + B.this.new C(1).own;
                }

                C() {}

                C(int depth) {
                    this();
                }
            }
        }
    }

    private static final class Outside extends A {
        Outside(InnerChains outer) {
            outer.super();
        }
    }

    private static final class Deep extends A.B {
        Deep(A a) {
            a.super();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        InnerChains x = new InnerChains("X", 0);
        A.B.C c = x.new A().new B().new C();
        System.out.println(c.own);
        System.out.println(c.all());
        System.out.println(new Outside(new InnerChains("Y", 0)).name);
        System.out.println(new Deep(x.new A()).name);
        try {
            InnerChains none = null;
            none.new A();
        } catch (NullPointerException e) {
            System.out.println("no outer instance");
        }
    }
}
