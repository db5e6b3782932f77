package org.asterism.language.random;

import java.util.ArrayList;
import java.util.List;
import org.asterism.language.random.Scope.Signature;
import org.asterism.language.random.Scope.Variable;

/** Makes expressions of a type. Every one is in parentheses where it could bind wrongly, has no more than a few levels, and ends. */
final class Expressions {
    private static final List<String> COMPARISONS = List.of("<", "==", "!=", ">=", ">", "<=");
    private static final List<String> BITWISE = List.of("^", "&", "|");
    private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");

    private final Choices choices;
    private final Scope scope;
    private final References references;

    Expressions(Choices choices, Scope scope) {
        this.choices = choices;
        this.scope = scope;
        references = new References(choices, scope, this);
    }

    /**
     * An expression.
     *
     * @param type of its value, exactly
     * @param levels how many expressions may stand inside each other; 0 for a variable or a constant
     */
    String of(ValueType type, int levels) {
        if (levels <= 0 || choices.exhausted() || choices.rarely(4)) {
            return simple(type);
        }
        int inner = levels - 1;
        if (choices.rarely(6)) {
            return general(type, inner);
        }
        return switch (type) {
            case INT -> choices.rarely(3) ? integerOnly(inner) : arithmetic(type, inner);
            case LONG, DOUBLE, FLOAT -> arithmetic(type, inner);
            case BYTE, SHORT, CHAR -> "((" + type.java() + ") " + of(choices.of(ValueType.NUMERIC), inner) + ")";
            case BOOLEAN -> condition(inner);
            default -> references.of(type, inner);
        };
    }

    /** A variable of the type, or a constant. */
    String simple(ValueType type) {
        List<Variable> variables = scope.readable(type);
        if (!variables.isEmpty() && !choices.rarely(3)) {
            return choices.of(variables).name();
        }
        return type.isPrimitive() || type == ValueType.STRING ? Literals.of(type, choices) : references.simple(type);
    }

    /** What exists for every type: conditional, call, assignment, element, switch. */
    private String general(ValueType type, int inner) {
        return switch (choices.below(6)) {
            case 0 -> "(" + of(ValueType.BOOLEAN, inner) + " ? " + of(type, inner) + " : " + of(type, inner) + ")";
            case 1 -> call(type, inner);
            case 2 -> assignment(type, inner);
            case 3 -> element(type, inner);
            case 4 -> switchExpression(type, inner);
            default -> step(type);
        };
    }

    /** A call of a method of the program with this result; a simple expression if there is none. */
    String call(ValueType type, int inner) {
        List<Signature> methods = scope.callable().stream().filter(method -> method.result() == type).toList();
        if (methods.isEmpty()) {
            return simple(type);
        }
        return invocation(choices.of(methods), inner);
    }

    /** A call of a method; one that could call its caller counts down. */
    String invocation(Signature method, int inner) {
        List<String> arguments = new ArrayList<>();
        arguments.add("depth - 1");
        method.parameters().forEach(parameter -> arguments.add(of(parameter, inner)));
        return method.name() + "(" + String.join(", ", arguments) + ")";
    }

    private String assignment(ValueType type, int inner) {
        List<Variable> variables = scope.assignable(type);
        if (variables.isEmpty()) {
            return simple(type);
        }
        String target = choices.of(variables).name();
        if (type == ValueType.BOOLEAN && choices.rarely(2)) {
            return "(" + target + " " + choices.of(BITWISE) + "= " + of(type, inner) + ")";
        }
        if (type.isNumeric() && choices.rarely(2)) {
            return "(" + compound(target, type, inner) + ")";
        }
        return "(" + target + " = " + of(type, inner) + ")";
    }

    /** A compound assignment to a number; the right side may be wider (JLS §15.26.2). */
    String compound(String target, ValueType type, int inner) {
        if (!type.isFloating() && choices.rarely(2)) {
            String operator = choices.rarely(2) ? choices.of(SHIFTS) : choices.of(BITWISE);
            return target + " " + operator + "= " + of(choices.of(ValueType.INTEGRAL), inner);
        }
        return target + " " + choices.of("+", "-", "*", "/", "%") + "= " + of(choices.of(ValueType.NUMERIC), inner);
    }

    private String step(ValueType type) {
        List<Variable> variables = scope.assignable(type);
        if (!type.isNumeric() || variables.isEmpty()) {
            return simple(type);
        }
        String name = choices.of(variables).name();
        return choices.of("(" + name + "++)", "(++" + name + ")", "(" + name + "--)", "(--" + name + ")");
    }

    private String element(ValueType type, int inner) {
        ValueType array = type.array();
        if (array == null) {
            return simple(type);
        }
        return of(array, Math.min(inner, 1)) + "[" + index(inner) + "]";
    }

    /** An index: mostly one that arrays have. */
    String index(int inner) {
        return choices.rarely(5) ? of(ValueType.INT, inner) : "(" + of(ValueType.INT, inner) + " & 3)";
    }

    private String switchExpression(ValueType type, int inner) {
        String cast = "(" + type.java() + ") ";
        if (choices.rarely(2)) {
            return "(switch (" + of(ValueType.STRING, inner) + ") { case \"Aa\" -> " + cast + of(type, inner) + "; case \"BB\", \"a\" -> "
                    + cast + of(type, inner) + "; default -> " + cast + of(type, inner) + "; })";
        }
        int first = choices.of(0, -1, 100, 32767);
        int step = choices.of(1, 2, 1000);
        return "(switch (" + of(ValueType.INT, inner) + ") { case " + first + " -> " + cast + of(type, inner) + "; case " + (first + step)
                + ", " + (first + 2 * step) + " -> " + cast + of(type, inner) + "; default -> " + cast + of(type, inner) + "; })";
    }

    private String arithmetic(ValueType type, int inner) {
        if (choices.rarely(5)) {
            ValueType from = choices.of(ValueType.NUMERIC);
            return "((" + type.java() + ") " + of(from, inner) + ")";
        }
        String left = of(type, inner);
        if (choices.rarely(8)) {
            return type.isFloating() || choices.rarely(2) ? "(-" + spaced(left) + ")" : "(~" + left + ")";
        }
        if (!type.isFloating() && choices.rarely(3)) {
            return choices.rarely(2) ? "(" + left + " " + choices.of(SHIFTS) + " " + of(choices.of(ValueType.INT, ValueType.LONG, ValueType.BYTE), inner) + ")"
                    : "(" + left + " " + choices.of(BITWISE) + " " + of(type, inner) + ")";
        }
        return "(" + left + " " + choices.of("+", "-", "*", "/", "%") + " " + spaced(of(type, inner)) + ")";
    }

    private static String spaced(String operand) {
        return operand.startsWith("-") ? "(" + operand + ")" : operand;
    }

    /** Whole numbers that only {@code int} has: lengths, hashes, results of libraries, marks that show the order of evaluation. */
    private String integerOnly(int inner) {
        return switch (choices.below(8)) {
            case 0 -> "Trace.mark(" + choices.below(100) + ", " + of(ValueType.INT, inner) + ")";
            case 1 -> of(choices.of(ValueType.ARRAYS), Math.min(inner, 1)) + ".length";
            case 2 -> of(ValueType.STRING, inner) + ".length()";
            case 3 -> of(ValueType.STRING, inner) + ".hashCode()";
            case 4 -> "((int) " + of(ValueType.STRING, inner) + ".charAt(" + index(inner) + "))";
            case 5 -> references.virtualCall(ValueType.INT, inner);
            case 6 -> references.unboxed(inner);
            default -> lambda(inner);
        };
    }

    /** A lambda that is called where it stands; it captures final variables only. */
    private String lambda(int inner) {
        String argument = of(ValueType.INT, inner);
        String parameter = scope.freshName("p");
        scope.enterLambda();
        scope.declare(parameter, ValueType.INT, true);
        String body = of(ValueType.INT, inner);
        scope.leaveLambda();
        return "((java.util.function.IntUnaryOperator) (" + parameter + " -> " + body + ")).applyAsInt(" + argument + ")";
    }

    private String condition(int inner) {
        return switch (choices.below(5)) {
            case 0 -> {
                ValueType type = choices.of(ValueType.NUMERIC);
                yield "(" + of(type, inner) + " " + choices.of(COMPARISONS) + " " + of(type, inner) + ")";
            }
            case 1 -> "(" + of(ValueType.BOOLEAN, inner) + " " + choices.of("&&", "||", "^", "&", "|") + " " + of(ValueType.BOOLEAN, inner) + ")";
            case 2 -> "(!" + of(ValueType.BOOLEAN, inner) + ")";
            case 3 -> references.test(inner);
            default -> "(" + of(ValueType.SHAPE, inner) + " == " + of(ValueType.SHAPE, inner) + ")";
        };
    }
}
