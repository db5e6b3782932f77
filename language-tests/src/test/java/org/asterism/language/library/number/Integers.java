package org.asterism.language.library.number;

import java.util.List;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** The integer boxes and what {@link Math} does with integers. */
@Covers({Number.class, Integer.class, Long.class, Short.class, Byte.class, Boolean.class, Math.class, NumberFormatException.class, ArithmeticException.class, Void.class})
public final class Integers {
    private static final int[] INTS = {0, 1, -1, 2, 7, -8, 100, 255, 65_536, 0x55555555, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1};
    private static final long[] LONGS = {0, 1, -1, 10, 1L << 31, -1L << 32, 0x5555555555555555L, 1_000_000_007_000L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1};

    private Integers() {}

    /** Runs. */
    public static void main(String[] arguments) {
        for (int value : INTS) {
            ints(value);
        }
        for (long value : LONGS) {
            longs(value);
        }
        parsing();
        small();
        exact();
        division();
        boxes();
    }

    private static void ints(int value) {
        Outcome.show("int " + value, Integer.toBinaryString(value), Integer.toOctalString(value), Integer.toHexString(value), Integer.toString(value, 36), Integer.toString(value, 99),
                Integer.toUnsignedString(value), Integer.toUnsignedString(value, 7), Integer.toUnsignedLong(value), Integer.bitCount(value), Integer.reverse(value), Integer.reverseBytes(value),
                Integer.highestOneBit(value), Integer.lowestOneBit(value), Integer.numberOfLeadingZeros(value), Integer.numberOfTrailingZeros(value), Integer.rotateLeft(value, 5),
                Integer.rotateRight(value, 37), Integer.signum(value), Integer.hashCode(value), Math.abs(value));
        for (int other : new int[] {1, -1, 7, Integer.MIN_VALUE}) {
            Outcome.show("with " + other, Integer.compare(value, other), Integer.compareUnsigned(value, other), Integer.divideUnsigned(value, other), Integer.remainderUnsigned(value, other),
                    Integer.max(value, other), Integer.min(value, other), Integer.sum(value, other), Math.floorDiv(value, other), Math.floorMod(value, other));
        }
    }

    private static void longs(long value) {
        Outcome.show("long " + value, Long.toBinaryString(value), Long.toOctalString(value), Long.toHexString(value), Long.toString(value, 36), Long.toUnsignedString(value),
                Long.toUnsignedString(value, 3), Long.toUnsignedString(value, 16), Long.toUnsignedString(value, 36), Long.bitCount(value), Long.reverse(value), Long.reverseBytes(value),
                Long.highestOneBit(value), Long.lowestOneBit(value), Long.numberOfLeadingZeros(value), Long.numberOfTrailingZeros(value), Long.rotateLeft(value, 40), Long.rotateRight(value, 70),
                Long.signum(value), Long.hashCode(value), Math.abs(value));
        for (long other : new long[] {1, -1, 10, 1L << 40, Long.MIN_VALUE}) {
            Outcome.show("with " + other, Long.compare(value, other), Long.compareUnsigned(value, other), Long.divideUnsigned(value, other), Long.remainderUnsigned(value, other),
                    Long.max(value, other), Long.min(value, other), Long.sum(value, other), Math.floorDiv(value, other), Math.floorMod(value, other), Math.multiplyHigh(value, other));
        }
    }

    private static void parsing() {
        List<String> texts = List.of("0", "-0", "+7", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "4294967295", "18446744073709551615",
                "18446744073709551616", "7f", "zz", "", "-", "+", " 1", "1 ", "1_0", "0x10", "#10", "010", "-0x7F", "١٢٣", "99999999999999999999", "true");
        for (String text : texts) {
            Outcome.print("parse <" + text + ">", () -> Integer.parseInt(text));
            Outcome.print("base 16", () -> Integer.parseInt(text, 16));
            Outcome.print("base 36", () -> Long.parseLong(text, 36));
            Outcome.print("long", () -> Long.parseLong(text));
            Outcome.print("unsigned", () -> Integer.parseUnsignedInt(text));
            Outcome.print("unsigned long", () -> Long.parseUnsignedLong(text));
            Outcome.print("decode", () -> Integer.decode(text));
            Outcome.print("decode long", () -> Long.decode(text));
            Outcome.print("short", () -> Short.parseShort(text));
            Outcome.print("byte", () -> Byte.decode(text));
            Outcome.show("boolean", Boolean.parseBoolean(text));
        }
        Outcome.print("null", () -> Integer.parseInt(null));
        Outcome.print("null", () -> Long.parseLong(null));
        Outcome.print("radix", () -> Integer.parseInt("1", 1));
        Outcome.print("radix", () -> Integer.parseInt("1", 37));
        Outcome.print("part", () -> Integer.parseInt("abc123def", 3, 6, 10) + Long.parseLong("x-45y", 1, 4, 10) + Integer.parseUnsignedInt("[ff]", 1, 3, 16));
        Outcome.print("part", () -> Integer.parseInt("abc123def", 2, 6, 10));
        Outcome.print("part", () -> Integer.parseInt("abc", 2, 6, 10));
    }

    private static void small() {
        Outcome.show("short", Short.valueOf((short) 5), Short.compare((short) 1, (short) -1), Short.toUnsignedInt((short) -1), Short.toUnsignedLong((short) -2), Short.reverseBytes((short) 0x1234),
                Short.hashCode((short) -7), Short.toString((short) 9), Short.compareUnsigned((short) -1, (short) 1), Short.valueOf("12", 8), Short.MIN_VALUE);
        Outcome.show("byte", Byte.valueOf((byte) -128), Byte.compare((byte) 1, (byte) 2), Byte.toUnsignedInt((byte) -1), Byte.toUnsignedLong((byte) -1), Byte.hashCode((byte) 3),
                Byte.toString((byte) -3), Byte.compareUnsigned((byte) -1, (byte) 1), Byte.valueOf("-10", 2), Byte.MAX_VALUE);
        Outcome.print("byte", () -> Byte.parseByte("128"));
        Outcome.print("short", () -> Short.valueOf("40000"));
        Outcome.show("boolean", Boolean.logicalAnd(true, false), Boolean.logicalOr(true, false), Boolean.logicalXor(true, true), Boolean.compare(true, false), Boolean.hashCode(true),
                Boolean.valueOf("TRUE"), Boolean.TRUE.compareTo(false), Boolean.toString(false), Boolean.valueOf(true).equals(Boolean.TRUE));
    }

    private static void exact() {
        for (int a : INTS) {
            Outcome.print("exact " + a, () -> Math.addExact(a, 1));
            Outcome.print("subtract", () -> Math.subtractExact(a, 1));
            Outcome.print("multiply", () -> Math.multiplyExact(a, 3));
            Outcome.print("negate", () -> Math.negateExact(a));
            Outcome.print("abs", () -> Math.absExact(a));
            Outcome.print("increment", () -> Math.incrementExact(a) + Math.decrementExact(a));
        }
        for (long a : LONGS) {
            Outcome.print("exact " + a, () -> Math.addExact(a, 1L));
            Outcome.print("subtract", () -> Math.subtractExact(a, 1L));
            Outcome.print("multiply", () -> Math.multiplyExact(a, 3L) + Math.multiplyExact(a, 2));
            Outcome.print("negate", () -> Math.negateExact(a));
            Outcome.print("abs", () -> Math.absExact(a));
            Outcome.print("int", () -> Math.toIntExact(a));
            Outcome.print("increment", () -> Math.incrementExact(a) - Math.decrementExact(a));
        }
        Outcome.show("full", Math.multiplyFull(Integer.MIN_VALUE, 3), Math.max(3, 4), Math.min(3L, 4L), Math.floorMod(-7L, 3), Math.floorDiv(-7L, 2));
    }

    private static void division() {
        for (long a : LONGS) {
            for (long b : new long[] {0, 1, -1, 3, Long.MIN_VALUE}) {
                Outcome.print(a + "/" + b, () -> a / b + " " + a % b);
            }
        }
        for (int a : INTS) {
            Outcome.print(a + "/0", () -> a / (a - a));
            Outcome.print(a + "%0", () -> Math.floorMod(a, 0));
            Outcome.show("shifts", a << 33, a >> -1, a >>> 35, (byte) a, (short) a, (char) a + 0, a * a, -a, ~a);
        }
    }

    private static void boxes() {
        Integer cached = 127;
        Integer again = 127;
        Outcome.show("boxes", cached == again, Integer.valueOf(1000).equals(1000), Integer.valueOf(5).compareTo(6), Long.valueOf(7).equals(7), Long.valueOf(7).hashCode(), Integer.valueOf("77", 8),
                Long.valueOf(1L << 40).intValue(), Integer.valueOf(300).byteValue(), Integer.valueOf(70_000).shortValue(), Long.valueOf(-1).longValue(), Short.valueOf((short) 3).longValue());
        Number number = 42L;
        Outcome.show("number", number.intValue(), number.shortValue(), number.byteValue(), number.longValue(), Void.class);
    }
}
