package org.asterism.language.corpus.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** BigInteger and BigDecimal of the full profile. */
public final class BigNumbers {
    private BigNumbers() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        BigInteger factorial = BigInteger.ONE;
        for (int i = 2; i <= 60; i++) {
            factorial = factorial.multiply(BigInteger.valueOf(i));
        }
        System.out.println(factorial + " " + factorial.bitLength() + " " + factorial.mod(BigInteger.valueOf(1000000007)) + " " + factorial.hashCode());
        System.out.println(new BigInteger("-123456789012345678901234567890").divide(new BigInteger("987654321")) + " " + BigInteger.TWO.pow(200) + " " + BigInteger.valueOf(-5).shiftRight(1));
        System.out.println(BigInteger.valueOf(97).modPow(BigInteger.valueOf(1000), BigInteger.valueOf(7919)) + " " + new BigInteger("ff", 16).gcd(BigInteger.valueOf(51)) + " " + factorial.toString(36));
        BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), 20, RoundingMode.HALF_UP);
        System.out.println(third + " " + third.multiply(third).setScale(5, RoundingMode.DOWN) + " " + new BigDecimal("1e3").toPlainString() + " " + new BigDecimal("0.10").stripTrailingZeros() + " " + new BigDecimal(0.1));
        try {
            BigDecimal.ONE.divide(BigDecimal.valueOf(3));
        } catch (ArithmeticException e) {
            System.out.println(e.getMessage());
        }
    }
}
