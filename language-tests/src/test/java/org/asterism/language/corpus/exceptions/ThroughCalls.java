package org.asterism.language.corpus.exceptions;

/** Exceptions pass through static, virtual, interface and recursive calls with results of every type. */
public final class ThroughCalls {
    private ThroughCalls() {}

    private interface Computation {
        double compute(int n);
    }

    private abstract static class Shape {
        abstract long area(int n);

        boolean large(int n) {
            return area(n) > 10;
        }
    }

    private static final class Square extends Shape {
        @Override
        long area(int n) {
            return (long) n * n / (n - 3);
        }
    }

    private static final class Line extends Shape {
        @Override
        long area(int n) {
            return deep(n);
        }
    }

    private static int deep(int n) {
        if (n == 0) {
            throw new IllegalStateException("bottom");
        }
        return deep(n - 1) + 1;
    }

    private static String text(Shape shape, int n) {
        char grade = shape.large(n) ? 'L' : 'S';
        return grade + String.valueOf(shape.area(n));
    }

    private static float single(Computation computation, int n) {
        return (float) computation.compute(n) + 1;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Shape[] shapes = {new Square(), new Line()};
        for (Shape shape : shapes) {
            for (int n = 2; n < 6; n++) {
                try {
                    System.out.println(text(shape, n));
                } catch (ArithmeticException | IllegalStateException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
        Computation[] computations = {n -> n / 2.0, n -> deep(n), n -> new Square().area(n), n -> Double.parseDouble("x" + n)};
        for (Computation computation : computations) {
            try {
                System.out.println(single(computation, 3));
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getName() + " " + e.getMessage());
            }
        }
    }
}
