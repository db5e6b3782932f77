package org.asterism.language.corpus.lambdas;

import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Boxing, unboxing, widening and casts between a functional interface and its implementation. */
public final class Adaptation {
    private Adaptation() {}

    private static long widen(long a, double b) {
        return a + (long) b;
    }

    private static Integer box(int n) {
        return n + 1;
    }

    private static byte small() {
        return -3;
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static String objects(Object first, Object... more) {
        return first + "/" + more.length;
    }

    private interface ToVoid {
        void run(String text);
    }

    private interface Chars {
        char map(char c);
    }

    private interface ByteToInt {
        int map(byte b);
    }

    private interface ShortToInt {
        int map(short value);
    }

    private interface ByteToDouble {
        double map(byte value);
    }

    private interface CharToChar {
        char map(char value);
    }

    /** What it returns is known as an object alone. */
    private static final class Echo<T> {
        private T of(T value) {
            return value;
        }
    }

    private interface DoubleVarargs {
        Double map(double a, double b);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        BiFunction<Integer, Integer, Object> boxedWidened = Adaptation::sumInts;
        System.out.println(boxedWidened.apply(3, 4));
        IntFunction<Integer> box = Adaptation::box;
        Function<Integer, Integer> both = Adaptation::box;
        IntBinaryOperator max = Math::max;
        IntToLongFunction toLong = Adaptation::box0;
        System.out.println(box.apply(1) + both.apply(2) + max.applyAsInt(5, 6) + toLong.applyAsLong(9));
        IntSupplier supplied = Adaptation::small;
        LongSupplier longer = Adaptation::small;
        Supplier<Object> object = Adaptation::small;
        System.out.println(supplied.getAsInt() + longer.getAsLong() + " " + object.get().getClass().getSimpleName());
        ToVoid discard = new StringBuilder()::append;
        discard.run("ignored");
        DoubleVarargs varargs = Adaptation::sum;
        System.out.println(varargs.map(1.5, 2));
        BiFunction<String, Integer, String> rest = Adaptation::objects;
        Function<String, String> none = Adaptation::objects;
        System.out.println(rest.apply("a", 1) + none.apply("b"));
        ToLongFunction<Integer> unboxed = n -> n;
        ToDoubleFunction<Character> character = c -> c;
        DoubleUnaryOperator root = Math::sqrt;
        System.out.println(unboxed.applyAsLong(7) + character.applyAsDouble('a') + root.applyAsDouble(16));
        Chars upper = Character::toUpperCase;
        ByteToInt widened = Integer::bitCount;
        System.out.println(upper.map('q') + "" + widened.map((byte) -1));
        ShortToInt fromShort = new Echo<Short>()::of;
        ByteToDouble fromByte = new Echo<Byte>()::of;
        CharToChar fromChar = new Echo<Character>()::of;
        System.out.println(fromShort.map((short) -77) + " " + fromByte.map((byte) 5) + " " + fromChar.map('x'));
        Function<Number, Integer> narrowed = Number::intValue;
        System.out.println(narrowed.apply(3.9));
        try {
            Function<Object, Object> raw = unchecked((Function<Integer, Integer>) n -> n + 1);
            raw.apply("text");
        } catch (ClassCastException e) {
            System.out.println("cast");
        }
        try {
            both.apply(null);
        } catch (NullPointerException e) {
            System.out.println("unboxed null");
        }
    }

    private static Object sumInts(long a, double b) {
        return widen(a, b);
    }

    private static int box0(int n) {
        return box(n);
    }

    @SuppressWarnings("unchecked")
    private static <T> T unchecked(Object object) {
        return (T) object;
    }
}
