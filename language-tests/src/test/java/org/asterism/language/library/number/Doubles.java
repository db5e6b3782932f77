package org.asterism.language.library.number;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Floating point: numbers, their text, rounding, and what collects them. */
@Covers({Double.class, Float.class, StrictMath.class, OptionalDouble.class, DoubleSummaryStatistics.class, IntSummaryStatistics.class, LongSummaryStatistics.class, DoubleAdder.class,
    DoubleAccumulator.class, DoubleBuffer.class, FloatBuffer.class})
public final class Doubles {
    private static final double[] VALUES = {0.0, -0.0, 1, -1, 0.1, 1.0 / 3, 2.5, -2.5, 3.5, 0.49999999999999994, 1e7, 1.0E-3, 9.999e6, 123456789012345680.0, 4.9e-324, 2.2250738585072014E-308, 1.7976931348623157e308, 9007199254740993.0,
        4503599627370497.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2.0E-3, 1e21, 1e22, 1e23, 8.41e21, 5e-324, 2.98023223876953125E-8};

    private Doubles() {}

    /** Runs. */
    public static void main(String[] arguments) {
        for (double value : VALUES) {
            inspect(value);
        }
        parsing();
        randomText();
        functions();
        collecting();
        buffers();
    }

    private static void inspect(double value) {
        float single = (float) value;
        Outcome.show("double " + value, Double.toHexString(value), Double.doubleToLongBits(value), Double.isNaN(value), Double.isInfinite(value), Double.isFinite(value), Double.hashCode(value), Double.compare(value, 0), Double.valueOf(value).equals(value),
                (int) value, (long) value, (short) value, (char) value + 0, (byte) value);
        Outcome.show("float " + single, Float.toHexString(single), Float.floatToIntBits(single), Float.isNaN(single), Float.isFinite(single), Float.hashCode(single), Float.compare(single, -0f), (int) single, (long) single);
        Outcome.show("rounded", Math.floor(value), Math.ceil(value), Math.rint(value), Math.round(value), Math.round(single), Math.ulp(value), Math.ulp(single), Math.signum(value), Math.getExponent(value), Math.nextUp(value), Math.nextDown(single),
                Math.abs(value), Math.sqrt(value), Math.cbrt(value), StrictMath.rint(value), StrictMath.log(value), Math.scalb(value, 3), Math.nextAfter(value, 1e9), Math.copySign(value, -1), Math.min(value, -0.0), Math.max(value, 0.0), Math.fma(value, 2, 1));
    }

    private static void parsing() {
        for (String text : List.of("0", "-0.0", "1e3", "1.5f", "2d", "  3.25  ", "NaN", "-Infinity", "+1", ".5", "5.", "1e400", "1e-400", "0x1.8p1", "0x.8p-2", "1e", "", "x", "1,5", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
                "1.7976931348623159e308", "9007199254740993", "0.1e1_0", "infinity", "1e+5", "123456789012345678901234567890", "0.000000000000000000000000000001", "3.4028236e38", "1.1754942e-38", "179769313486231580793728971405301e276")) {
            Outcome.print("parse <" + text + ">", () -> Double.parseDouble(text));
            Outcome.print("float", () -> Float.parseFloat(text));
        }
        Outcome.print("null", () -> Double.parseDouble(null));
        Outcome.print("null", () -> Float.valueOf((String) null));
    }

    private static void randomText() {
        Random random = new Random(2024);
        int hash = 0;
        int failures = 0;
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            float single = Float.intBitsToFloat(random.nextInt());
            String text = Double.toString(value);
            hash = hash * 31 + text.hashCode() + Float.toString(single).hashCode();
            failures += Double.compare(Double.parseDouble(text), value) == 0 && Float.compare(Float.parseFloat(Float.toString(single)), single) == 0 ? 0 : 1;
        }
        Outcome.show("text", hash, failures, random.nextDouble(), random.nextFloat(), random.nextGaussian(), random.nextGaussian(), random.doubles(2).sum(), random.nextDouble(3, 9));
    }

    private static void functions() {
        for (double a : new double[] {0.5, 2, 10, 1e-10, 123.456, 1e300}) {
            Outcome.show("functions " + a, StrictMath.exp(a), StrictMath.pow(a, 0.5), StrictMath.pow(a, -3), StrictMath.hypot(a, 3), StrictMath.cbrt(a), StrictMath.log(a), StrictMath.sqrt(a), Math.floorMod((long) Math.min(a, 1e15), 7L), a % 0.3, -a % 7,
                    Math.toRadians(a), Math.toDegrees(a), StrictMath.ceil(a), StrictMath.floor(-a), StrictMath.round(a), StrictMath.nextUp(a), StrictMath.ulp(a), StrictMath.max(a, 1), StrictMath.abs(-a));
        }
        Outcome.show("exact", StrictMath.addExact(1, 2), StrictMath.multiplyHigh(1L << 62, 8), StrictMath.floorDiv(-7, 2), Double.sum(1, 2), Double.max(1, 2), Float.min(1, 2), 0.1 + 0.2, 1.0f / 3, 5.0 % -3, 1e308 * 10, 0.0 / 0, -1 / 0.0, (float) 1e40);
        Outcome.show("boxes", Double.valueOf("1.5").intValue(), Float.valueOf(2.7f).longValue(), Double.valueOf(3).compareTo(4.0), Float.valueOf(0f).equals(-0f), Double.valueOf(Double.NaN).equals(Double.NaN), 0.0 == -0.0, Double.NaN == Double.NaN, Double.MIN_EXPONENT,
                Float.valueOf(3).hashCode(), Double.BYTES);
    }

    private static void collecting() {
        DoubleSummaryStatistics doubles = new DoubleSummaryStatistics();
        IntSummaryStatistics ints = new IntSummaryStatistics();
        LongSummaryStatistics longs = new LongSummaryStatistics();
        DoubleAdder adder = new DoubleAdder();
        DoubleAccumulator product = new DoubleAccumulator((a, b) -> a * b, 1);
        for (int i = 1; i <= 10; i++) {
            doubles.accept(i * 0.1);
            ints.accept(i * i);
            longs.accept(1L << i);
            adder.add(i / 4.0);
            product.accumulate(i);
        }
        Outcome.show("statistics", doubles, ints, longs, doubles.getAverage(), ints.getMax(), longs.getSum(), new IntSummaryStatistics(), adder, adder.sumThenReset(), product, product.getThenReset(), product.get(), new IntSummaryStatistics().getMin());
        doubles.combine(doubles);
        ints.combine(new IntSummaryStatistics(2, 1, 5, 6));
        Outcome.show("combined", doubles.getCount(), ints.getMin(), ints.getAverage());
        Outcome.run("wrong", () -> new LongSummaryStatistics(-1, 0, 0, 0));
        Outcome.show("optional", OptionalDouble.of(0.1), OptionalDouble.empty(), OptionalDouble.of(-0.0).equals(OptionalDouble.of(0.0)), OptionalDouble.empty().orElse(3), OptionalDouble.of(2).getAsDouble(), OptionalDouble.of(4).hashCode());
        Outcome.run("none", () -> OptionalDouble.empty().getAsDouble());
    }

    private static void buffers() {
        ByteBuffer bytes = ByteBuffer.allocate(24).putDouble(0.1).putFloat(-2.5f);
        DoubleBuffer doubles = DoubleBuffer.wrap(new double[] {1, Double.NaN, 3});
        FloatBuffer floats = FloatBuffer.allocate(2).put(0.5f);
        Outcome.show("buffers", bytes.array(), bytes.getDouble(0), bytes.getFloat(8), bytes.asDoubleBuffer().capacity(), bytes.rewind().asFloatBuffer().get(2), doubles.get(), doubles.compact().position(), doubles.equals(DoubleBuffer.allocate(3)),
                doubles.hashCode(), floats.flip().get(), floats.compareTo(FloatBuffer.allocate(1)), floats.duplicate().capacity(), doubles.mismatch(doubles.duplicate()));
        Outcome.run("underflow", floats::get);
    }
}
