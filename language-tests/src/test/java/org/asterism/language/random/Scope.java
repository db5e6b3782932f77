package org.asterism.language.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The variables that a place in a method can name, the loops it can leave, and the methods it may call. */
final class Scope {
    /** A variable; lambdas capture and nobody assigns those that are final. */
    record Variable(String name, ValueType type, boolean isFinal) {
    }

    /** A method of the program; calls go to earlier ones only, so that every program ends. */
    record Signature(String name, ValueType result, List<ValueType> parameters) {
    }

    private final Deque<List<Variable>> blocks = new ArrayDeque<>();
    private final Deque<String> loops = new ArrayDeque<>();
    private final List<String> shapes;
    private final List<Signature> callable;
    private final ValueType result;
    private final boolean instance;
    private int numbers;
    private int lambdas;

    /**
     * The scope of a method's body.
     *
     * @param shapes the classes of the program that are shapes
     * @param callable the methods it may call
     * @param result what it returns
     * @param instance whether it has {@code this}, a shape with fields {@code number} and {@code wide}
     */
    Scope(List<String> shapes, List<Signature> callable, ValueType result, boolean instance) {
        this.shapes = shapes;
        this.callable = callable;
        this.result = result;
        this.instance = instance;
        blocks.push(new ArrayList<>());
    }

    List<String> shapes() {
        return shapes;
    }

    List<Signature> callable() {
        return callable;
    }

    ValueType result() {
        return result;
    }

    boolean isInstance() {
        return instance;
    }

    String freshName(String prefix) {
        return prefix + numbers++;
    }

    void declare(String name, ValueType type, boolean isFinal) {
        blocks.peek().add(new Variable(name, type, isFinal));
    }

    void enterBlock() {
        blocks.push(new ArrayList<>());
    }

    void leaveBlock() {
        blocks.pop();
    }

    /** Inside a lambda only final variables can be named, and no loop of the method can be left. */
    void enterLambda() {
        lambdas++;
        enterBlock();
    }

    void leaveLambda() {
        leaveBlock();
        lambdas--;
    }

    boolean isInLambda() {
        return lambdas > 0;
    }

    void enterLoop(String label) {
        loops.push(label);
    }

    void leaveLoop() {
        loops.pop();
    }

    /** Labels of the loops around, the innermost first; none inside a lambda. */
    List<String> loops() {
        return isInLambda() ? List.of() : new ArrayList<>(loops);
    }

    /** Variables of a type that can be read here. */
    List<Variable> readable(ValueType type) {
        List<Variable> found = new ArrayList<>();
        for (List<Variable> block : blocks) {
            for (Variable variable : block) {
                if (variable.type() == type && (variable.isFinal() || !isInLambda())) {
                    found.add(variable);
                }
            }
        }
        return found;
    }

    /** Variables of a type that can be assigned here. */
    List<Variable> assignable(ValueType type) {
        return isInLambda() ? List.of() : readable(type).stream().filter(variable -> !variable.isFinal()).toList();
    }
}
