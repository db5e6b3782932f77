package org.asterism.aot.flow;

import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What arithmetic, comparisons and array accesses tell of the range of {@code int} values: enough to see that the index of a
 * counted loop, in either direction, or of a hash table stays inside the array.
 */
final class NumberRanges {
    private static final int INDEX = Value.NON_NEGATIVE | Value.INCREMENTABLE;

    private final boolean enabled;

    NumberRanges(Optimizations optimizations) {
        this.enabled = optimizations.include(Optimization.BOUNDS_CHECK_ELIMINATION);
    }

    private Value ranged(int range, AbstractInsnNode producer) {
        return Value.ranged(enabled ? range : 0, producer);
    }

    /** An array access whose index and array are on top of the stack, and which succeeds; returns the array, not null. */
    Value accessed(Frame frame) {
        Value index = frame.pop();
        Value array = frame.pop();
        Value present = array.asNonNull();
        frame.refine(array, present);
        if (enabled) {
            Value inside = index.within(INDEX);
            frame.refine(index, inside);
            frame.relations().belowLength(inside, present);
        }
        return present;
    }

    /** An element, or a number cut to a {@code char}. */
    Value element(char kind, AbstractInsnNode instruction) {
        boolean isChar = instruction.getOpcode() == Opcodes.CALOAD || instruction.getOpcode() == Opcodes.I2C;
        return isChar ? ranged(INDEX, instruction) : Value.primitive(kind, instruction);
    }

    Value length(Frame frame, Value array, AbstractInsnNode instruction) {
        Value length = ranged(Value.NON_NEGATIVE, instruction);
        if (enabled) {
            frame.relations().length(length, array);
        }
        return length;
    }

    /** A number plus a constant. */
    Value sum(Frame frame, Value number, int addend, AbstractInsnNode instruction) {
        if (addend < 0 && number.isNonNegative() && addend != Integer.MIN_VALUE) {
            boolean staysNonNegative = addend == -1 && number.isPositive();
            Value sum = ranged(Value.INCREMENTABLE | (staysNonNegative ? Value.NON_NEGATIVE : 0), instruction);
            if (enabled) {
                frame.relations().less(sum, number);
            }
            return sum;
        }
        boolean grows = addend == 1 && number.isNonNegative() && number.isIncrementable();
        return ranged(grows ? Value.NON_NEGATIVE | Value.POSITIVE : 0, instruction);
    }

    /** The result of an instruction on two {@code int} values. */
    Value compute(Frame frame, Value left, Value right, AbstractInsnNode instruction) {
        Integer constant = right.constant() instanceof Integer number ? number : null;
        switch (instruction.getOpcode()) {
            case Opcodes.IADD:
                return constant == null ? ranged(0, instruction) : sum(frame, left, constant, instruction);
            case Opcodes.ISUB:
                return constant == null || constant == Integer.MIN_VALUE ? ranged(0, instruction) : sum(frame, left, -constant, instruction);
            case Opcodes.IUSHR:
                return ranged(constant != null && (constant & 31) > 0 ? Value.NON_NEGATIVE : 0, instruction);
            case Opcodes.IDIV, Opcodes.ISHR:
                boolean halves = left.isNonNegative() && constant != null && constant > 0;
                return ranged(halves ? Value.NON_NEGATIVE : 0, instruction);
            case Opcodes.IREM:
                return ranged(left.isNonNegative() ? Value.NON_NEGATIVE : 0, instruction);
            case Opcodes.IAND:
                return masked(frame, left, right, instruction);
            default:
                return ranged(0, instruction);
        }
    }

    /** A conjunction is not negative and at most either operand that is not negative. */
    private Value masked(Frame frame, Value left, Value right, AbstractInsnNode instruction) {
        Value result = ranged(left.isNonNegative() || right.isNonNegative() ? Value.NON_NEGATIVE : 0, instruction);
        if (left.isNonNegative()) {
            frame.relations().atMost(result, left);
        }
        if (right.isNonNegative()) {
            frame.relations().atMost(result, right);
        }
        return result;
    }

    /** On this path a number is less than another. */
    void less(Frame frame, Value smaller, Value greater) {
        if (enabled) {
            Value bounded = smaller.within(Value.INCREMENTABLE);
            frame.refine(smaller, bounded);
            frame.relations().less(bounded, greater);
            if (bounded.isNonNegative()) {
                frame.refine(greater, greater.within(Value.NON_NEGATIVE | Value.POSITIVE));
            }
        }
    }

    /** On this path a number is at most another. */
    void atMost(Frame frame, Value smaller, Value greater) {
        if (enabled) {
            frame.relations().atMost(smaller, greater);
        }
    }

    /** On this path a number is at least 0, or more than that. */
    void atLeastZero(Frame frame, Value number, boolean more) {
        if (enabled) {
            frame.refine(number, number.within(more ? Value.NON_NEGATIVE | Value.POSITIVE : Value.NON_NEGATIVE));
        }
    }
}
