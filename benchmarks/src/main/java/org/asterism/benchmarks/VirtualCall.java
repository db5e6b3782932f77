package org.asterism.benchmarks;

/** Calls of a method that three subclasses override, on receivers in irregular order. */
final class VirtualCall implements Item {
    private static final int RECEIVERS = 1024;
    private static final int ROUNDS = 2048;

    /** What is called. */
    abstract static class Shape {
        protected final int size;

        Shape(int size) {
            this.size = size;
        }

        abstract int area();
    }

    /** Squares its size. */
    static final class Square extends Shape {
        Square(int size) {
            super(size);
        }

        @Override
        int area() {
            return size * size;
        }
    }

    /** Twice as wide as high. */
    static final class Strip extends Shape {
        Strip(int size) {
            super(size);
        }

        @Override
        int area() {
            return 2 * size;
        }
    }

    /** Half a square. */
    static final class Triangle extends Shape {
        Triangle(int size) {
            super(size);
        }

        @Override
        int area() {
            return size * size / 2;
        }
    }

    private final Shape[] shapes = new Shape[RECEIVERS];

    VirtualCall() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < RECEIVERS; i++) {
            int kind = numbers.next(3);
            shapes[i] = kind == 0 ? new Square(i) : kind == 1 ? new Strip(i) : new Triangle(i);
        }
    }

    @Override
    public String name() {
        return "call-virtual";
    }

    @Override
    public int operations() {
        return RECEIVERS * ROUNDS;
    }

    @Override
    public long run() {
        int total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Shape shape : shapes) {
                total += shape.area();
            }
        }
        return total;
    }
}
