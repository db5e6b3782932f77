package org.asterism.language.random;

import java.util.List;

/** The types of the variables and values of random programs. */
enum ValueType {
    INT("int", "I"),
    LONG("long", "J"),
    BOOLEAN("boolean", "Z"),
    DOUBLE("double", "D"),
    FLOAT("float", "F"),
    BYTE("byte", "B"),
    SHORT("short", "S"),
    CHAR("char", "C"),
    STRING("String", null),
    SHAPE("Shape", null),
    OBJECT("Object", null),
    INTS("int[]", null),
    LONGS("long[]", null),
    BYTES("byte[]", null),
    CHARS("char[]", null),
    DOUBLES("double[]", null),
    SHORTS("short[]", null),
    BOOLEANS("boolean[]", null),
    OBJECTS("Object[]", null);

    /** What arithmetic works on. */
    static final List<ValueType> NUMERIC = List.of(INT, LONG, DOUBLE, FLOAT, BYTE, SHORT, CHAR);
    /** What bit operations and shifts work on. */
    static final List<ValueType> INTEGRAL = List.of(INT, LONG, BYTE, SHORT, CHAR);
    /** What variables, parameters and results may be; common ones stand more than once. */
    static final List<ValueType> DECLARED = List.of(INT, INT, LONG, INTS, BOOLEAN, DOUBLE, BYTE, STRING, SHAPE, LONG, INT, FLOAT, SHORT, CHAR,
            LONGS, BYTES, OBJECT, CHARS, DOUBLES, SHORTS, BOOLEANS, OBJECTS);
    /** Arrays. */
    static final List<ValueType> ARRAYS = List.of(INTS, LONGS, BYTES, CHARS, DOUBLES, SHORTS, BOOLEANS, OBJECTS);

    private final String java;
    private final String code;

    ValueType(String java, String code) {
        this.java = java;
        this.code = code;
    }

    /** The type as Java source. */
    String java() {
        return java;
    }

    boolean isPrimitive() {
        return code != null;
    }

    boolean isNumeric() {
        return NUMERIC.contains(this);
    }

    boolean isFloating() {
        return this == DOUBLE || this == FLOAT;
    }

    boolean isArray() {
        return ARRAYS.contains(this);
    }

    /** The element type of an array type. */
    ValueType element() {
        return switch (this) {
            case INTS -> INT;
            case LONGS -> LONG;
            case BYTES -> BYTE;
            case CHARS -> CHAR;
            case DOUBLES -> DOUBLE;
            case SHORTS -> SHORT;
            case BOOLEANS -> BOOLEAN;
            case OBJECTS -> OBJECT;
            default -> throw new IllegalArgumentException(this + " is no array");
        };
    }

    /** The array type of these elements, or null if programs have none. */
    ValueType array() {
        for (ValueType array : ARRAYS) {
            if (array.element() == this) {
                return array;
            }
        }
        return null;
    }
}
