package org.asterism.language.corpus.floating;

/** Floating-point values through parameters, fields, arrays, returns and objects. */
public final class Passing {
    private Passing() {}

    private static double total;
    private float field;
    private volatile double shared = -0.5;

    private static double many(int a, double b, float c, long d, double e, float f, byte g, double h, double i, double j, double k, float l) {
        return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10 + k * 11 + l * 12;
    }

    private float half(float value) {
        field = value / 2;
        return field;
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
            total -= value;
        }
        return sum;
    }

    private static double recursive(int depth, double value) {
        return depth == 0 ? value : recursive(depth - 1, value * 1.0001 + depth) - 0.5;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(many(1, 2.5, 3.5f, 4, 5.5, 6.5f, (byte) 7, 8.5, 9.5, 10.5, 11.5, 12.5f));
        Passing self = new Passing();
        System.out.println(self.half(7) + self.half(self.field) + " " + self.field);
        self.shared *= 3;
        System.out.println(self.shared++ + " " + self.shared);
        System.out.println(sum() + " " + sum(1.5) + " " + sum(1, 2f, 3L, 4.25) + " " + total);
        System.out.println(recursive(100, 0.1));
        double[][] matrix = {{1, 2}, {3, 4}};
        matrix[0][1] /= 3;
        matrix[1][0] = matrix[0][1]++ * matrix[1][1]--;
        System.out.println(matrix[0][0] + " " + matrix[0][1] + " " + matrix[1][0] + " " + matrix[1][1]);
        Object boxed = 2.5f;
        System.out.println((Float) boxed + 1 + " " + ((Number) boxed).doubleValue());
    }
}
