package org.asterism.language.corpus.floating;

/** The zero with a sign: equal, yet seen by division, formatting, min, max and equals. */
public final class NegativeZero {
    private NegativeZero() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        double plus = 0.0;
        double minus = -0.0;
        System.out.println((plus == minus) + " " + 1 / plus + " " + 1 / minus + " " + minus + " " + -plus + " " + (0 - plus) + " " + (minus + plus) + " " + (minus + minus));
        System.out.println(Math.max(minus, plus) + " " + Math.min(plus, minus) + " " + Math.abs(minus) + " " + Math.sqrt(minus) + " " + Math.signum(minus));
        System.out.println(Double.compare(plus, minus) + " " + Double.compare(minus, plus) + " " + Double.valueOf(plus).equals(minus));
        System.out.println(Double.doubleToLongBits(minus) + " " + Double.hashCode(minus) + " " + Double.hashCode(plus));
        float f = -0.0f;
        System.out.println(f + " " + 1 / f + " " + (f == 0) + " " + Float.compare(f, 0f) + " " + Float.floatToIntBits(f) + " " + Math.max(f, 0f) + " " + Math.min(0f, f));
        System.out.println((int) minus + " " + (long) minus + " " + -minus + " " + minus * 5 + " " + minus / -5 + " " + minus % 3 + " " + Math.round(minus));
        System.out.println(Math.ceil(-0.5) + " " + Math.rint(-0.2) + " " + Math.floor(-0.0) + " " + (float) -1e-50);
        int zero = 0;
        System.out.println((double) -zero + " " + -(double) zero + " " + (float) -zero);
    }
}
