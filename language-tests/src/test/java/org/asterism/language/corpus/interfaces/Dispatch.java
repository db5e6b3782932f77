package org.asterism.language.corpus.interfaces;

/** Interface calls with one, a few and many implementations. */
public final class Dispatch {
    private Dispatch() {}

    private interface Shape {
        int area();

        default String kind() {
            return "shape" + area();
        }
    }

    private interface Scalable<T> {
        T scale(int by);
    }

    private record S0() implements Shape { @Override public int area() { return 0; } }

    private record S1() implements Shape { @Override public int area() { return 1; } }

    private record S2() implements Shape { @Override public int area() { return 4; } @Override public String kind() { return "two"; } }

    private record S3() implements Shape { @Override public int area() { return 9; } }

    private record S4() implements Shape { @Override public int area() { return 16; } }

    private record S5(int n) implements Shape, Scalable<S5>, Comparable<S5> {
        @Override
        public int area() {
            return n * n;
        }

        @Override
        public S5 scale(int by) {
            return new S5(n * by);
        }

        @Override
        public int compareTo(S5 other) {
            return n - other.n;
        }
    }

    private enum S6 implements Shape { A, B { @Override public int area() { return 77; } }; @Override public int area() { return ordinal(); } }

    /** Runs it. */
    public static void main(String[] arguments) {
        Shape[] shapes = {new S0(), new S1(), new S2(), new S3(), new S4(), new S5(5), S6.A, S6.B, () -> 99, new S5(2).scale(3)};
        int sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += shapes[i * 7 % shapes.length].area();
        }
        System.out.println(sum);
        for (Shape shape : shapes) {
            System.out.println(shape.area() + " " + shape.kind() + " " + shape.equals(shapes[3]) + " " + (shape.hashCode() == shape.hashCode()));
        }
        Comparable<S5> comparable = new S5(1);
        System.out.println(comparable.compareTo(new S5(4)));
        Runnable one = () -> System.out.println("only one");
        one.run();
    }
}
