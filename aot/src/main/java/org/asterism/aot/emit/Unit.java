package org.asterism.aot.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Type;

/** One C file in the making: the functions in it, and declarations of exactly what they use. */
public final class Unit {
    private static final String COPY = "__copy";

    private final String name;
    private final Names names;
    private final Map<String, String> declarations = new TreeMap<>();
    private final StringBuilder functions = new StringBuilder();
    /** Functions that are compiled apart because they use floating-point registers. */
    private final StringBuilder floatingFunctions = new StringBuilder();
    private final Predicate<JavaMethod> holds;
    private final Map<JavaMethod, String> copies = new LinkedHashMap<>();
    private final Deque<JavaMethod> wantedCopies = new ArrayDeque<>();
    private final Map<Unfolded, String> unfolded = new LinkedHashMap<>();
    private final Deque<Unfolded> wantedUnfolded = new ArrayDeque<>();
    private final List<String> unfoldedTexts = new ArrayList<>();

    /** A method that is to be repeated for a receiver of a shape; its variables are further parameters. */
    record Unfolded(JavaMethod method, Shape shape) {
    }

    /**
     * An empty unit.
     *
     * @param holds tells the methods whose own functions are in this unit
     */
    public Unit(String name, Names names, Predicate<JavaMethod> holds) {
        this.name = name;
        this.names = names;
        this.holds = holds;
    }

    /** The file name without suffix. */
    public String name() {
        return name;
    }

    /** Declares a compiled function and returns its symbol. */
    String function(JavaMethod method) {
        String symbol = names.method(method);
        declarations.computeIfAbsent(symbol, key -> signature(method, symbol) + ";");
        return symbol;
    }

    /** Declares a compiled function for a direct call and returns its symbol, or that of a copy made for this unit. */
    String callee(JavaMethod method, Inlining inlining) {
        if (holds.test(method) || !inlining.isCopied(method)) {
            return function(method);
        }
        String symbol = copySymbol(method);
        if (copies.putIfAbsent(method, "") == null) {
            wantedCopies.add(method);
            declarations.put(symbol, "static " + signature(method, symbol) + ";");
        }
        return symbol;
    }

    /** Declares the body of a method that is repeated for a receiver of a shape, and returns its symbol. */
    String unfolded(JavaMethod method, Shape shape) {
        Unfolded wanted = new Unfolded(method, shape);
        return unfolded.computeIfAbsent(wanted, key -> {
            String symbol = copySymbol(method) + unfolded.size();
            wantedUnfolded.add(wanted);
            declarations.put(symbol, "static " + signature(wanted, symbol) + ";");
            return symbol;
        });
    }

    /** Whether copies or repeated bodies are still to be added. */
    boolean wantsCopies() {
        return !wantedCopies.isEmpty() || !wantedUnfolded.isEmpty();
    }

    /** The next body that is wanted, or null. */
    Unfolded nextUnfolded() {
        return wantedUnfolded.poll();
    }

    /** The name of the parameter that holds what was loaded as one of the first from a receiver. */
    static String loadedParameter(int number) {
        return "h" + number;
    }

    /** The C declarator of the body that is repeated for a shape. */
    String signature(Unfolded wanted, String symbol) {
        StringBuilder list = new StringBuilder(signature(wanted.method, symbol));
        list.setLength(list.length() - 1);
        int number = 0;
        for (JavaField field : wanted.shape.loads()) {
            list.append(", ").append(Kinds.cType(Kinds.of(Type.getType(field.descriptor())))).append(' ').append(loadedParameter(number++));
        }
        return list.append(')').toString();
    }

    /** The symbol of the copy of a method. */
    String copySymbol(JavaMethod method) {
        return names.method(method) + COPY;
    }

    /** The symbol of the method that a function is, or is a copy of. */
    public static String original(String symbol) {
        int end = symbol.length();
        while (end > 0 && symbol.charAt(end - 1) >= '0' && symbol.charAt(end - 1) <= '9') {
            end--;
        }
        return symbol.startsWith(COPY, end - COPY.length()) ? symbol.substring(0, end - COPY.length()) : symbol;
    }

    /** The next method of which a copy is wanted, or null. */
    JavaMethod nextCopy() {
        return wantedCopies.poll();
    }

    /** The text of a copy that only calls the original. */
    String forward(JavaMethod method) {
        return forward(method, signature(method, copySymbol(method)));
    }

    /** The text of a function with more parameters that only calls a method. */
    String forward(JavaMethod method, String signature) {
        StringBuilder arguments = new StringBuilder();
        int count = method.parameters().length + (method.isStatic() ? 0 : 1);
        for (int i = 0; i < count; i++) {
            arguments.append(i == 0 ? "p" : ", p").append(i);
        }
        return "static inline " + signature + " { return " + function(method) + "(" + arguments + "); }\n";
    }

    void addCopy(JavaMethod method, String text) {
        copies.put(method, text);
    }

    void addUnfolded(String text) {
        unfoldedTexts.add(text);
    }

    /** Declares a compiled function that is called on exceptional paths only. */
    String coldFunction(JavaMethod method) {
        String symbol = names.method(method);
        declarations.put(symbol, "COLD " + signature(method, symbol) + ";");
        return symbol;
    }

    /** Declares a datum or an absolute symbol and returns it. */
    String data(String symbol) {
        declarations.computeIfAbsent(symbol, key -> "extern char " + symbol + "[];");
        return symbol;
    }

    /** Declares an assembly function and returns its symbol. */
    String assembly(JavaMethod method) {
        String symbol = names.method(method);
        declarations.computeIfAbsent(symbol, key -> plainSignature(method, symbol) + ";");
        return symbol;
    }

    void add(CharSequence function) {
        functions.append(function).append('\n');
    }

    void addFloating(CharSequence function) {
        floatingFunctions.append(function).append('\n');
    }

    /** The text behind the prelude. */
    public String text() {
        return text(functions);
    }

    /** Whether some functions are to be compiled apart. */
    public boolean hasFloatingPart() {
        return floatingFunctions.length() > 0;
    }

    /** The text behind the prelude for the functions that are compiled apart. */
    public String floatingText() {
        return text(floatingFunctions);
    }

    private String text(CharSequence ofFunctions) {
        return String.join("\n", declarations.values()) + "\n\n" + String.join("\n", copies.values()) + String.join("\n", unfoldedTexts) + "\n" + ofFunctions;
    }

    /** The C declarator of a compiled method: {@code result_j name(ref p0, int32_t p1)}. */
    String signature(JavaMethod method, String symbol) {
        return ExceptionConvention.resultType(Kinds.of(method.result())) + " " + symbol + parameters(method);
    }

    /** The declarator in the plain C convention, for methods bound to or exported as assembly symbols. */
    static String plainSignature(JavaMethod method, String symbol) {
        char result = Kinds.of(method.result());
        return (result == 'v' ? "void" : Kinds.cType(result)) + " " + symbol + parameters(method);
    }

    static String parameters(JavaMethod method) {
        StringBuilder list = new StringBuilder("(");
        int number = 0;
        if (!method.isStatic()) {
            list.append("ref p").append(number++);
        }
        for (Type parameter : method.parameters()) {
            list.append(number == 0 ? "" : ", ").append(Kinds.cType(Kinds.of(parameter))).append(" p").append(number++);
        }
        return list.append(number == 0 ? "void)" : ")").toString();
    }
}
