package org.asterism.language.library.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** {@code java.math}. */
@Covers({BigInteger.class, BigDecimal.class, MathContext.class, RoundingMode.class})
public final class BigNumbers {
    private BigNumbers() {}

    /** Runs. */
    public static void main(String[] arguments) {
        integers();
        largeIntegers();
        rounding();
        decimals();
        contexts();
    }

    private static void integers() {
        List<BigInteger> numbers = List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO.negate(), BigInteger.TEN, BigInteger.valueOf(Long.MIN_VALUE), new BigInteger("123456789012345678901234567890"), new BigInteger("-ff00ff00ff00ff00ff", 16));
        for (BigInteger a : numbers) {
            Outcome.show("big " + a, a.signum(), a.bitLength(), a.bitCount(), a.getLowestSetBit(), a.toString(36), a.toByteArray(), a.hashCode(), a.intValue(), a.longValue(), a.doubleValue(), a.floatValue(), a.abs(), a.not(), a.shiftLeft(13), a.shiftRight(5),
                    a.testBit(3), a.setBit(70), a.clearBit(1), a.flipBit(0), a.pow(3));
            Outcome.print("exact", a::intValueExact);
            Outcome.print("exact", a::longValueExact);
            Outcome.print("sqrt", a::sqrt);
            for (BigInteger b : numbers) {
                Outcome.show("with " + b, a.add(b), a.subtract(b), a.multiply(b), a.and(b), a.or(b), a.xor(b), a.andNot(b), a.compareTo(b), a.equals(b), a.min(b), a.max(b), a.gcd(b));
                Outcome.print("divided", () -> a.divide(b) + " " + a.remainder(b) + " " + a.divideAndRemainder(b)[1]);
                Outcome.print("mod", () -> a.mod(b));
            }
        }
        Outcome.print("inverse", () -> BigInteger.valueOf(3).modInverse(BigInteger.valueOf(11)) + " " + BigInteger.TWO.modPow(BigInteger.valueOf(100), BigInteger.valueOf(1_000_007)));
        Outcome.print("no inverse", () -> BigInteger.TWO.modInverse(BigInteger.TEN));
        Outcome.print("power", () -> BigInteger.TWO.pow(-1));
        for (String bad : new String[] {"", "-", "1x", "+-1", " 1", "--1"}) {
            Outcome.print("parse " + bad, () -> new BigInteger(bad));
        }
        Outcome.show("primes", new BigInteger("104729").isProbablePrime(20), BigInteger.valueOf(91).isProbablePrime(20), BigInteger.valueOf(100).nextProbablePrime(), new BigInteger(1, new byte[] {(byte) 0xFF, 0}), new BigInteger(new byte[] {(byte) 0xFF}));
        Outcome.show("longs", Long.toUnsignedString(-1, 36), Long.parseUnsignedLong("zzz", 36));
    }

    private static void largeIntegers() {
        Random random = new Random(3);
        int hash = 0;
        for (int bits : new int[] {100, 1000, 4000, 9000}) {
            BigInteger a = new BigInteger(bits, random);
            BigInteger b = new BigInteger(bits / 2 + 1, random).setBit(0);
            BigInteger product = a.multiply(b);
            hash = hash * 31 + product.hashCode() + a.multiply(a).hashCode();
            hash = hash * 31 + product.add(BigInteger.ONE).divide(b).compareTo(a) + product.mod(b).signum();
            hash = hash * 31 + new BigInteger(a.toString()).compareTo(a) + a.toString(7).hashCode() + a.sqrt().hashCode() + a.gcd(b).hashCode();
            hash = hash * 31 + a.modPow(BigInteger.valueOf(65_537), b).hashCode();
        }
        BigInteger factorial = BigInteger.ONE;
        for (int i = 2; i <= 500; i++) {
            factorial = factorial.multiply(BigInteger.valueOf(i));
        }
        Outcome.show("large", hash, factorial.toString().length(), factorial.hashCode(), factorial.getLowestSetBit());
    }

    private static void rounding() {
        for (String text : List.of("5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5", "0.5", "-0.5", "0.05")) {
            BigDecimal number = new BigDecimal(text);
            StringBuilder rounded = new StringBuilder();
            for (RoundingMode mode : RoundingMode.values()) {
                try {
                    rounded.append(mode).append(' ').append(number.setScale(0, mode)).append(' ').append(number.divide(new BigDecimal("0.3"), 2, mode)).append("; ");
                } catch (ArithmeticException e) {
                    rounded.append(e.getMessage()).append("; ");
                }
            }
            Outcome.show("rounded " + text, rounded);
        }
        Outcome.show("modes", RoundingMode.valueOf("HALF_EVEN"), RoundingMode.HALF_UP.ordinal());
    }

    private static void decimals() {
        List<BigDecimal> numbers = List.of(BigDecimal.ZERO, new BigDecimal("1.00"), new BigDecimal("-12.345e3"), new BigDecimal("9.99E-10"), new BigDecimal("123456789.987654321"), new BigDecimal(0.1), BigDecimal.valueOf(2.5), new BigDecimal("1e20"));
        for (BigDecimal a : numbers) {
            Outcome.show("decimal " + a, a.scale(), a.precision(), a.unscaledValue(), a.toPlainString(), a.toEngineeringString(), a.stripTrailingZeros(), a.negate(), a.signum(), a.hashCode(), a.intValue(), a.longValue(), a.doubleValue(), a.toBigInteger(),
                    a.movePointLeft(3), a.movePointRight(2), a.scaleByPowerOfTen(4), a.ulp(), a.pow(2), a.abs(), a.plus());
            Outcome.print("exact", a::intValueExact);
            Outcome.print("exact", a::toBigIntegerExact);
            for (BigDecimal b : numbers) {
                Outcome.show("with " + b, a.add(b), a.subtract(b), a.multiply(b), a.compareTo(b), a.equals(b), a.max(b), a.min(b));
                Outcome.print("divided", () -> a.divide(b));
                Outcome.print("integral", () -> a.divideToIntegralValue(b) + " " + a.remainder(b));
                Outcome.print("rounded", () -> a.divide(b, MathContext.DECIMAL32) + " " + a.divide(b, 5, RoundingMode.HALF_DOWN));
            }
        }
        for (String bad : new String[] {"", ".", "1.2.3", "e5", "1e", "1e99999999999", "x", "+", "١.٥"}) {
            Outcome.print("parse " + bad, () -> new BigDecimal(bad));
        }
        Outcome.print("NaN", () -> new BigDecimal(Double.NaN));
        Outcome.print("scale", () -> new BigDecimal("1.25").setScale(1));
    }

    private static void contexts() {
        for (MathContext context : List.of(MathContext.UNLIMITED, MathContext.DECIMAL32, MathContext.DECIMAL64, new MathContext(3, RoundingMode.UP), new MathContext("precision=5 roundingMode=FLOOR"))) {
            BigDecimal number = new BigDecimal("12345.6789");
            Outcome.show("context " + context, context.getPrecision(), context.getRoundingMode(), number.round(context), number.add(BigDecimal.ONE, context), number.multiply(number, context), number.pow(3, context), context.hashCode() == new MathContext(context.toString()).hashCode());
            Outcome.print("sqrt", () -> BigDecimal.valueOf(4).sqrt(context) + " " + new BigDecimal("2").sqrt(new MathContext(30)));
            Outcome.print("third", () -> BigDecimal.ONE.divide(BigDecimal.valueOf(3), context));
        }
        Outcome.print("digits", () -> new MathContext(-1));
        Outcome.print("text", () -> new MathContext("nonsense"));
    }
}
