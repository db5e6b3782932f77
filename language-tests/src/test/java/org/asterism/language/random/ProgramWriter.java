package org.asterism.language.random;

import java.util.ArrayList;
import java.util.List;
import org.asterism.language.random.Scope.Signature;

/** Writes a whole program: a class with static state, methods that call each other, shapes with virtual methods, and {@code main}. */
final class ProgramWriter {
    private static final int NESTING = 3;
    private static final int EXPRESSION_LEVELS = 3;
    private static final int DEPTH = 4;
    /** Numbers for the initialiser of a field, the method of a shape, the arguments of a call. */
    private static final int FIELD_CHOICES = 8;
    private static final int SHAPE_CHOICES = 10;
    private static final int ARGUMENT_CHOICES = 6;

    private final Choices choices;
    private final StringBuilder text = new StringBuilder();
    private final List<String> shapes = new ArrayList<>(List.of("Round"));
    private final List<Signature> methods = new ArrayList<>();
    private final List<Scope.Variable> state = new ArrayList<>();

    private ProgramWriter(Choices choices) {
        this.choices = choices;
    }

    /**
     * Writes the program that a sequence of choices stands for.
     *
     * @param packageName its package
     * @param name its class
     * @param numbers the choices
     * @return Java source
     */
    static String write(String packageName, String name, List<Integer> numbers) {
        ProgramWriter writer = new ProgramWriter(new Choices(numbers));
        writer.program(packageName, name);
        return writer.text.toString();
    }

    private void program(String packageName, String name) {
        line("package " + packageName + ";");
        line("import org.asterism.language.random.Trace;");
        line("public final class " + name + " {");
        int count = 1 + choices.below(3);
        for (String shape : List.of("Square", "Pair", "Corner")) {
            if (choices.rarely(2)) {
                shapes.add(shape);
            }
        }
        boolean recursive = choices.rarely(3);
        for (int i = 0; i < count; i++) {
            methods.add(signature(i));
        }
        fields();
        shapes();
        for (int i = 0; i < count; i++) {
            method(methods.get(i), recursive ? methods : methods.subList(0, i), choices.part(choices.left() / (count - i) - 1 - 2 * ARGUMENT_CHOICES));
        }
        main(methods);
        line("}");
    }

    private void line(String source) {
        text.append(source).append('\n');
    }

    private Signature signature(int number) {
        List<ValueType> parameters = new ArrayList<>();
        int count = choices.below(4);
        for (int i = 0; i < count; i++) {
            parameters.add(choices.of(ValueType.DECLARED));
        }
        return new Signature("method" + number, choices.of(ValueType.DECLARED), parameters);
    }

    /** Static fields; their initialisers may throw, and may be evaluated when the image is made. */
    private void fields() {
        int count = choices.below(6);
        for (int i = 0; i < count; i++) {
            ValueType type = choices.of(ValueType.DECLARED);
            Scope scope = new Scope(shapes, List.of(), type, true);
            String value = new Expressions(choices.part(FIELD_CHOICES), scope).of(type, choices.rarely(2) ? EXPRESSION_LEVELS : 0);
            line("    static " + type.java() + " state" + i + " = " + value + ";");
            state.add(new Scope.Variable("state" + i, type, false));
        }
    }

    /** An interface and one to four classes that implement it, so that calls through it have few or many targets. */
    private void shapes() {
        line("    interface Shape {");
        line("        Shape PLAIN = new Shape() {");
        line("            public int number(int v) { return v - 1; }");
        line("            public String toString() { return \"plain\"; }");
        line("        };");
        line("        int number(int v);");
        line("        default long wide(long v) { return v * 3 + number((int) v); }");
        line("    }");
        line("    static class Round implements Shape {");
        line("        int size; long weight = 5;");
        line("        Round(int size) { this.size = size; }");
        shapeMethod("number", ValueType.INT, List.of(new Scope.Variable("this.size", ValueType.INT, false), new Scope.Variable("this.weight", ValueType.LONG, false)));
        line("        public String toString() { return \"Round\" + size + '/' + weight; }");
        line("    }");
        if (shapes.contains("Square")) {
            line("    static final class Square extends Round {");
            line("        Square(int size) { super(size + 1); weight++; }");
            line("        @Override public int number(int v) { return super.number(v) - 1; }");
            shapeMethod("wide", ValueType.LONG, List.of(new Scope.Variable("this.weight", ValueType.LONG, false)));
            line("    }");
        }
        if (shapes.contains("Pair")) {
            line("    record Pair(int first, long second) implements Shape {");
            shapeMethod("number", ValueType.INT, List.of(new Scope.Variable("first", ValueType.INT, true), new Scope.Variable("second", ValueType.LONG, true)));
            line("    }");
        }
        if (shapes.contains("Corner")) {
            line("    enum Corner implements Shape {");
            line("        LOW, HIGH { @Override public int number(int v) { return ~v; } };");
            line("        public int number(int v) { return v + ordinal(); }");
            line("    }");
        }
    }

    private void shapeMethod(String name, ValueType type, List<Scope.Variable> fields) {
        Scope scope = new Scope(shapes, List.of(), type, true);
        fields.forEach(field -> scope.declare(field.name(), field.type(), field.isFinal()));
        scope.declare("v", type, false);
        line("        public " + type.java() + " " + name + "(" + type.java() + " v) {");
        Statements statements = new Statements(choices.part(SHAPE_CHOICES), scope, text, 2);
        statements.block(1);
        line("            return " + statements.expressions().of(type, EXPRESSION_LEVELS) + ";");
        line("        }");
    }

    private void method(Signature signature, List<Signature> callable, Choices part) {
        Scope scope = new Scope(shapes, callable, signature.result(), false);
        state.forEach(field -> scope.declare(field.name(), field.type(), field.isFinal()));
        List<String> parameters = new ArrayList<>(List.of("final int depth"));
        for (ValueType type : signature.parameters()) {
            boolean isFinal = part.rarely(3);
            String name = scope.freshName("a");
            parameters.add((isFinal ? "final " : "") + type.java() + " " + name);
            scope.declare(name, type, isFinal);
        }
        line("    " + part.of("static ", "static synchronized ") + signature.result().java() + " " + signature.name() + "(" + String.join(", ", parameters) + ") {");
        Statements statements = new Statements(part, scope, text, 1);
        Expressions expressions = statements.expressions();
        line("        Trace.burn();");
        line("        if (depth < 0) return " + expressions.simple(signature.result()) + ";");
        statements.block(NESTING);
        line("        return " + expressions.of(signature.result(), EXPRESSION_LEVELS) + ";");
        line("    }");
    }

    /** Calls every method, the last ones first because they call the others, and prints what comes of it. */
    private void main(List<Signature> signatures) {
        line("    public static void main(String[] arguments) {");
        for (int i = signatures.size() - 1; i >= 0; i--) {
            Signature signature = signatures.get(i);
            for (int round = 0; round < 2; round++) {
                List<String> values = new ArrayList<>(List.of(Integer.toString(DEPTH)));
                Expressions expressions = new Expressions(choices.part(ARGUMENT_CHOICES), new Scope(shapes, List.of(), ValueType.INT, true));
                signature.parameters().forEach(type -> values.add(expressions.of(type, 1)));
                line("        Trace.report(\"" + signature.name() + "\", () -> " + signature.name() + "(" + String.join(", ", values) + "));");
            }
        }
        for (Scope.Variable field : state) {
            line("        System.out.println(\"" + field.name() + " \" + Trace.show((Object) " + field.name() + "));");
        }
        line("    }");
    }
}
