package org.asterism.language.random;

import java.util.List;

/** Constants of random programs: small ones, and those at which arithmetic changes. */
final class Literals {
    private static final List<String> INTS = List.of("0", "1", "2", "-1", "3", "7", "31", "32", "33", "63", "64", "127", "128", "-128", "-129",
            "255", "256", "32767", "32768", "-32768", "65535", "65536", "1000003", "Integer.MAX_VALUE", "Integer.MIN_VALUE", "0x55555555", "-7");
    private static final List<String> LONGS = List.of("0L", "1L", "2L", "-1L", "5L", "63L", "64L", "127L", "-128L", "65535L", "4294967295L",
            "4294967296L", "-2147483648L", "2147483648L", "Long.MAX_VALUE", "Long.MIN_VALUE", "0x123456789abcdefL", "-7L");
    private static final List<String> DOUBLES = List.of("0.0", "1.0", "-1.0", "0.5", "2.5", "-0.0", "1e10", "3.0e-5", "2147483648.0",
            "-9.3e18", "1.0e300", "Double.NaN", "Double.POSITIVE_INFINITY", "Double.NEGATIVE_INFINITY", "Double.MIN_VALUE", "Double.MAX_VALUE");
    private static final List<String> FLOATS = List.of("0.0f", "1.0f", "-1.5f", "0.1f", "-0.0f", "16777217.0f", "1e10f", "3.4e38f",
            "Float.NaN", "Float.NEGATIVE_INFINITY", "Float.MIN_VALUE");
    private static final List<String> STRINGS = List.of("\"\"", "\"a\"", "\"ab\"", "\"Aa\"", "\"BB\"", "\"zażółć\"", "\"\\ud83d\\ude00\"", "\"x y z\"");
    private static final List<String> CHARS = List.of("'a'", "'0'", "'\\0'", "'\\uffff'", "'é'", "'\\ud83d'");

    private Literals() {
    }

    /** A constant of a primitive type or a string. */
    static String of(ValueType type, Choices choices) {
        return switch (type) {
            case INT -> choices.of(INTS);
            case LONG -> choices.of(LONGS);
            case DOUBLE -> choices.of(DOUBLES);
            case FLOAT -> choices.of(FLOATS);
            case BYTE, SHORT -> "(" + type.java() + ") " + negatable(choices.of(INTS));
            case CHAR -> choices.of(CHARS);
            case BOOLEAN -> choices.of("false", "true");
            case STRING -> choices.of(STRINGS);
            default -> throw new IllegalArgumentException("no literals of " + type);
        };
    }

    private static String negatable(String literal) {
        return literal.startsWith("-") ? "(" + literal + ")" : literal;
    }
}
