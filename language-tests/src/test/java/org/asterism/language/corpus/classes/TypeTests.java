package org.asterism.language.corpus.classes;

/** instanceof and casts through classes, interfaces and arrays. */
public final class TypeTests {
    private TypeTests() {}

    private interface I {}

    private interface J extends I {}

    private static class A implements I {}

    private static class B extends A implements J {}

    private static final class C extends B implements Runnable {
        @Override
        public void run() {
            System.out.println("ran");
        }
    }

    private static String test(Object o) {
        return (o instanceof I) + " " + (o instanceof J) + " " + (o instanceof A) + " " + (o instanceof B) + " " + (o instanceof C) + " " + (o instanceof Runnable) + " "
                + (o instanceof Object) + " " + (o instanceof Object[]) + " " + (o instanceof I[]) + " " + (o instanceof A[]) + " " + (o instanceof int[]) + " "
                + (o instanceof Cloneable) + " " + (o instanceof Object[][]) + " " + (o instanceof Number) + " " + (o instanceof java.io.Serializable);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Object[] objects = {new A(), new B(), new C(), null, new A[0], new C[0], new I[0], new B[0][0], new int[0], new int[0][0], "s", 1, new Object(), (Runnable) () -> { }};
        for (Object each : objects) {
            System.out.println(test(each));
        }
        ((Runnable) objects[2]).run();
        A a = (A) objects[2];
        System.out.println((J) a != null && (I[]) objects[5] != null);
    }
}
