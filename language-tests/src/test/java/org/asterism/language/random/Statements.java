package org.asterism.language.random;

import java.util.List;
import org.asterism.language.random.Scope.Signature;
import org.asterism.language.random.Scope.Variable;

/** Makes statements. What leaves a block stands in an {@code if}, so that javac finds everything reachable. */
final class Statements {
    private static final int LEVELS = 3;
    private static final List<String> EXCEPTIONS = List.of("RuntimeException", "ArithmeticException", "IndexOutOfBoundsException",
            "NullPointerException", "ClassCastException", "Trace.Left");

    private final Choices choices;
    private final Scope scope;
    private final Expressions expressions;
    private final StringBuilder text;
    private int indent;

    Statements(Choices choices, Scope scope, StringBuilder text, int indent) {
        this.choices = choices;
        this.scope = scope;
        this.text = text;
        this.indent = indent;
        expressions = new Expressions(choices, scope);
    }

    Expressions expressions() {
        return expressions;
    }

    void line(String statement) {
        text.append("    ".repeat(indent)).append(statement).append('\n');
    }

    /** Some statements that may nest so many levels deep, in a scope of their own. */
    void block(int nesting) {
        scope.enterBlock();
        indent++;
        int count = 1 + choices.below(nesting > 1 ? 5 : 3);
        for (int i = 0; i < count && !choices.exhausted(); i++) {
            statement(nesting);
        }
        indent--;
        scope.leaveBlock();
    }

    private String expression(ValueType type) {
        return expressions.of(type, LEVELS);
    }

    private void statement(int nesting) {
        switch (choices.below(nesting > 0 ? 16 : 7)) {
            case 0, 1 -> declaration();
            case 2 -> assignment();
            case 3 -> store();
            case 4 -> callOrMark();
            case 5 -> leave();
            case 6 -> copy();
            case 7, 8 -> branch(nesting - 1);
            case 9 -> forLoop(nesting - 1);
            case 10 -> whileLoop(nesting - 1);
            case 11, 12 -> tryStatement(nesting - 1);
            case 13 -> switchStatement(nesting - 1);
            case 14 -> forEach(nesting - 1);
            default -> guarded(nesting - 1);
        }
    }

    private void declaration() {
        ValueType type = choices.of(ValueType.DECLARED);
        boolean isFinal = choices.rarely(3);
        String value = expression(type);
        String name = scope.freshName("v");
        line((isFinal ? "final " : "") + type.java() + " " + name + " = " + value + ";");
        scope.declare(name, type, isFinal);
    }

    private void assignment() {
        ValueType type = choices.of(ValueType.DECLARED);
        List<Variable> variables = scope.assignable(type);
        if (variables.isEmpty()) {
            declaration();
            return;
        }
        String name = choices.of(variables).name();
        line((type.isNumeric() && choices.rarely(2) ? expressions.compound(name, type, LEVELS) : name + " = " + expression(type)) + ";");
    }

    /** A store to an array element, plain or compound. */
    private void store() {
        ValueType array = choices.of(ValueType.ARRAYS);
        List<Variable> variables = scope.readable(array);
        if (variables.isEmpty()) {
            declaration();
            return;
        }
        String target = choices.of(variables).name() + "[" + expressions.index(LEVELS - 1) + "]";
        ValueType element = array.element();
        line((element.isNumeric() && choices.rarely(2) ? expressions.compound(target, element, LEVELS - 1) : target + " = " + expression(element)) + ";");
    }

    private void callOrMark() {
        List<Signature> methods = scope.callable();
        if (methods.isEmpty() || choices.rarely(2)) {
            line("Trace.mark(" + choices.below(100) + ", " + expression(ValueType.INT) + ");");
        } else {
            line(expressions.invocation(choices.of(methods), LEVELS - 1) + ";");
        }
    }

    private void copy() {
        ValueType type = choices.of(ValueType.ARRAYS);
        line("System.arraycopy(" + expression(type) + ", " + choices.below(3) + ", " + expression(choices.rarely(6) ? ValueType.OBJECT : type) + ", "
                + expressions.index(1) + ", " + choices.of("1", "2", "0", expressions.index(1)) + ");");
    }

    private void leave() {
        String condition = "if (" + expression(ValueType.BOOLEAN) + ") ";
        List<String> loops = scope.loops();
        switch (choices.below(4)) {
            case 0 -> line(condition + "return " + expression(scope.result()) + ";");
            case 1 -> line(condition + "throw new " + choices.of("Trace.Left(", "IllegalArgumentException(") + expression(ValueType.STRING) + ");");
            default -> {
                if (loops.isEmpty()) {
                    line(condition + "throw new Trace.Left(\"" + choices.below(10) + "\");");
                } else {
                    line(condition + choices.of("break ", "continue ") + choices.of(loops) + ";");
                }
            }
        }
    }

    private void branch(int nesting) {
        line("if (" + expression(ValueType.BOOLEAN) + ") {");
        block(nesting);
        if (choices.rarely(2)) {
            line("} else {");
            block(nesting);
        }
        line("}");
    }

    private void forLoop(int nesting) {
        String name = scope.freshName("i");
        String label = scope.freshName("loop");
        int count = choices.of(3, 1, 8, 20);
        line(label + ": " + choices.of("for (int " + name + " = 0; " + name + " < " + count + "; " + name + "++) {",
                "for (int " + name + " = " + count + "; " + name + " >= 0; " + name + " -= 2) {",
                "for (int " + name + " = 0; " + name + " < " + count + " && " + expression(ValueType.BOOLEAN) + "; " + name + "++) {"));
        loopBody(label, nesting, name);
        line("}");
    }

    private void whileLoop(int nesting) {
        String name = scope.freshName("n");
        String label = scope.freshName("loop");
        line("int " + name + " = 0;");
        boolean bodyFirst = choices.rarely(2);
        String condition = "(" + name + "++ < " + choices.of(3, 10) + " && " + expression(ValueType.BOOLEAN) + ")";
        line(label + ": " + (bodyFirst ? "do {" : "while " + condition + " {"));
        loopBody(label, nesting, null);
        line(bodyFirst ? "} while " + condition + ";" : "}");
    }

    private void forEach(int nesting) {
        ValueType array = choices.of(ValueType.ARRAYS);
        String name = scope.freshName("e");
        String label = scope.freshName("loop");
        line(label + ": for (final " + array.element().java() + " " + name + " : " + expression(array) + ") {");
        scope.enterBlock();
        scope.declare(name, array.element(), true);
        loopBody(label, nesting, null);
        scope.leaveBlock();
        line("}");
    }

    private void loopBody(String label, int nesting, String counter) {
        scope.enterBlock();
        scope.enterLoop(label);
        indent++;
        line("Trace.burn();");
        if (counter != null) {
            String copy = scope.freshName("c");
            line("final int " + copy + " = " + counter + ";");
            scope.declare(copy, ValueType.INT, true);
        }
        indent--;
        block(nesting);
        scope.leaveLoop();
        scope.leaveBlock();
    }

    private void tryStatement(int nesting) {
        boolean resource = choices.rarely(4);
        line(resource ? "try (Trace.Resource " + scope.freshName("r") + " = new Trace.Resource(" + expression(ValueType.INT) + ")) {" : "try {");
        block(nesting);
        boolean catches = choices.below(3) != 2;
        if (catches) {
            String name = scope.freshName("x");
            line("} catch (" + choices.of(EXCEPTIONS) + " " + name + ") {");
            line("    Trace.caught(" + name + ");");
            block(nesting);
            if (choices.rarely(4)) {
                line("    if (" + expression(ValueType.BOOLEAN) + ") throw " + choices.of(name, "new IllegalStateException(\"again\", " + name + ")") + ";");
            }
        }
        if (!catches || choices.rarely(3)) {
            line("} finally {");
            block(nesting);
        }
        line("}");
    }

    private void switchStatement(int nesting) {
        String label = scope.freshName("loop");
        int first = choices.of(0, -3, 1000);
        int step = choices.of(1, 50);
        line(label + ": do {");
        indent++;
        line("Trace.burn();");
        scope.enterLoop(label);
        line("switch (" + expression(ValueType.INT) + choices.of("", " & 3") + ") {");
        int cases = 1 + choices.below(4);
        for (int i = 0; i < cases; i++) {
            line("case " + (first + i * step) + ": {");
            block(nesting);
            line("}");
            if (!choices.rarely(3)) {
                line("break;");
            }
        }
        line("default: {");
        block(nesting);
        line("}");
        line("}");
        scope.leaveLoop();
        indent--;
        line("} while (Trace.never());");
    }

    private void guarded(int nesting) {
        line("synchronized (Trace.class) {");
        block(nesting);
        line("}");
    }
}
