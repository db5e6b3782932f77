package org.asterism.language.random;

import java.util.List;

/** Makes expressions of strings, shapes, boxes and arrays. */
final class References {
    private final Choices choices;
    private final Scope scope;
    private final Expressions expressions;

    References(Choices choices, Scope scope, Expressions expressions) {
        this.choices = choices;
        this.scope = scope;
        this.expressions = expressions;
    }

    /** A value without further expressions; seldom null. */
    String simple(ValueType type) {
        if (choices.rarely(12)) {
            return "((" + type.java() + ") null)";
        }
        return switch (type) {
            case SHAPE -> scope.shapes().contains("Corner") ? choices.of("((Shape) Corner.LOW)", "((Shape) Corner.HIGH)") : "Shape.PLAIN";
            case OBJECT -> choices.of("((Object) \"object\")", "((Object) 7)", "((Object) 'c')");
            case OBJECTS -> "((Object[]) new String[] {\"p\", \"q\", \"r\", \"s\"})";
            default -> "(new " + type.java().replace("[]", "[4]") + ")";
        };
    }

    /** A value. */
    String of(ValueType type, int inner) {
        return switch (type) {
            case STRING -> string(inner);
            case SHAPE -> shape(inner);
            case OBJECT -> object(inner);
            default -> array(type, inner);
        };
    }

    private String string(int inner) {
        return switch (choices.below(5)) {
            case 0 -> {
                ValueType type = choices.of(ValueType.DECLARED);
                yield "Trace.cut(" + expressions.of(ValueType.STRING, inner) + " + " + shown(type, expressions.of(type, inner)) + ")";
            }
            case 1 -> expressions.of(ValueType.STRING, inner) + ".substring(" + expressions.index(inner) + ")";
            case 2 -> "String.valueOf(" + expressions.of(choices.of(ValueType.NUMERIC), inner) + ")";
            case 3 -> "Trace.cut(" + expressions.of(ValueType.STRING, inner) + " + " + expressions.of(ValueType.CHAR, inner) + " + "
                    + expressions.of(ValueType.LONG, inner) + ")";
            default -> choices.of("Integer.toHexString(", "Integer.toString(", "Integer.toBinaryString(") + expressions.of(ValueType.INT, inner) + ")";
        };
    }

    private String shape(int inner) {
        if (choices.rarely(6)) {
            return "((Shape) " + expressions.of(ValueType.OBJECT, inner) + ")";
        }
        String name = choices.of(scope.shapes());
        return switch (name) {
            case "Pair" -> "((Shape) new Pair(" + expressions.of(ValueType.INT, inner) + ", " + expressions.of(ValueType.LONG, inner) + "))";
            case "Corner" -> "((Shape) Corner.values()[" + expressions.of(ValueType.INT, inner) + " & 1])";
            default -> "((Shape) new " + name + "(" + expressions.of(ValueType.INT, inner) + "))";
        };
    }

    private String object(int inner) {
        return switch (choices.below(3)) {
            case 0 -> {
                ValueType type = choices.of(ValueType.NUMERIC);
                yield "((Object) (" + expressions.of(type, inner) + "))";
            }
            case 1 -> "((Object) " + expressions.of(ValueType.SHAPE, inner) + ")";
            default -> "((Object) " + expressions.of(choices.of(ValueType.STRING, ValueType.INTS, ValueType.OBJECTS), inner) + ")";
        };
    }

    private String array(ValueType type, int inner) {
        ValueType element = type.element();
        String name = element.java();
        return switch (choices.below(5)) {
            case 0 -> "(new " + name + "[] {" + expressions.of(element, inner) + ", " + expressions.of(element, inner) + ", "
                    + expressions.of(element, inner) + ", " + expressions.of(element, inner) + "})";
            case 1 -> expressions.of(type, inner) + ".clone()";
            case 2 -> "(new " + name + "[" + (choices.rarely(3) ? expressions.of(ValueType.INT, inner) + " >> 27" : "5") + "])";
            case 3 -> choices.rarely(3) ? "((" + type.java() + ") " + expressions.of(ValueType.OBJECT, inner) + ")" : expressions.simple(type);
            default -> "(new " + name + "[3][6])[" + expressions.index(inner) + "]";
        };
    }

    /** A call through the interface or through a class. */
    String virtualCall(ValueType type, int inner) {
        if (scope.isInstance()) {
            return expressions.simple(type);
        }
        String receiver = choices.rarely(4) ? "((Round) " + expressions.of(ValueType.SHAPE, inner) + ")" : expressions.of(ValueType.SHAPE, inner);
        return type == ValueType.INT
                ? receiver + ".number(" + expressions.of(ValueType.INT, inner) + ")"
                : receiver + ".wide(" + expressions.of(ValueType.LONG, inner) + ")";
    }

    /** An object cast to what it may not be, or asked first. */
    String unboxed(int inner) {
        String object = expressions.of(ValueType.OBJECT, inner);
        if (choices.rarely(4)) {
            return "((int) (Integer) " + object + ")";
        }
        String name = scope.freshName("i");
        return "(" + object + " instanceof Integer " + name + " ? " + name + " + 1 : " + expressions.of(ValueType.INT, inner) + ")";
    }

    /** A question about types or equality. */
    String test(int inner) {
        return switch (choices.below(3)) {
            case 0 -> "(" + expressions.of(ValueType.SHAPE, inner) + " instanceof " + choices.of(scope.shapes()) + ")";
            case 1 -> "(" + expressions.of(ValueType.OBJECT, inner) + " instanceof " + choices.of("Integer", "Shape", "int[]", "Object[]", "String", "Comparable") + ")";
            default -> expressions.of(ValueType.STRING, inner) + ".equals(" + expressions.of(choices.of(ValueType.STRING, ValueType.OBJECT), inner) + ")";
        };
    }

    /** A value as text that is the same everywhere: arrays and objects by what is in them. */
    String shown(ValueType type, String value) {
        return type.isPrimitive() || type == ValueType.STRING ? value : "Trace.show(" + value + ")";
    }
}
