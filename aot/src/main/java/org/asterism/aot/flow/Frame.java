package org.asterism.aot.flow;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.asterism.aot.world.JavaField;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * The locals and the operand stack in front of one instruction. A long or double is one stack entry. Frames that are copies of each other share their
 * locals until one of them changes: most instructions change none, and a large method has many of both.
 */
public final class Frame {
    /** Entries that the stack of a frame, or of its next copy, grows by at least. */
    private static final int STACK_GROWTH = 4;

    private final Relations relations;
    private Value[] locals;
    private boolean sharesLocals;
    private Value[] stack;
    private int depth;

    Frame(int locals) {
        this.locals = new Value[locals];
        this.stack = new Value[STACK_GROWTH];
        this.relations = new Relations();
    }

    Frame(Frame other) {
        other.sharesLocals = true;
        this.sharesLocals = true;
        this.locals = other.locals;
        this.stack = Arrays.copyOf(other.stack, other.depth + STACK_GROWTH);
        this.depth = other.depth;
        this.relations = new Relations(other.relations);
    }

    /** The number of values on the stack. */
    public int depth() {
        return depth;
    }

    /** The value at a stack position, 0 being the bottom. */
    public Value stack(int position) {
        return stack[position];
    }

    /** The value a number of entries below the top, 0 being the top. */
    public Value top(int below) {
        return stack[depth - 1 - below];
    }

    /** The value of a local, or null if it is unusable here. */
    public Value local(int index) {
        return locals[index];
    }

    /** Whether a number is at least 0 and less than the length of an array. */
    public boolean isInBounds(Value index, Value array) {
        return index.isNonNegative() && relations.isBelowLength(index, array);
    }

    /** The instruction that has loaded a final field of an object before on every path, or null. */
    public AbstractInsnNode origin(Value object, JavaField field) {
        Relations.Loaded loaded = relations.loaded(object, field);
        return loaded == null ? null : loaded.origin();
    }

    Relations relations() {
        return relations;
    }

    void push(Value value) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth + STACK_GROWTH);
        }
        stack[depth++] = value;
    }

    Value pop() {
        return stack[--depth];
    }

    void clearStack() {
        depth = 0;
    }

    /** Gives this frame locals of its own. */
    private void separateLocals() {
        if (sharesLocals) {
            locals = locals.clone();
            sharesLocals = false;
        }
    }

    /** Whether both frames have the same locals, and know the same of them: one was copied from the other, and neither has changed any since. */
    boolean sharesLocals(Frame other) {
        return locals == other.locals && relations.shares(other.relations);
    }

    void set(int local, Value value) {
        separateLocals();
        locals[local] = value;
        if (value != null && value.isWide() && local + 1 < locals.length) {
            locals[local + 1] = null;
        }
        if (local > 0 && locals[local - 1] != null && locals[local - 1].isWide()) {
            locals[local - 1] = null;
        }
    }

    /** Puts better knowledge of one run-time value into every slot that holds it. */
    void refine(Value from, Value to) {
        if (from == to) {
            return;
        }
        for (int i = 0; i < locals.length; i++) {
            if (locals[i] == from) {
                separateLocals();
                locals[i] = to;
            }
        }
        for (int i = 0; i < depth; i++) {
            if (stack[i] == from) {
                stack[i] = to;
            }
        }
        relations.rename(from, to);
    }

    /** Weakens this frame to cover another one too; returns whether it changed. */
    boolean merge(Frame other) {
        if (depth == 0 && sharesLocals(other)) {
            return false;
        }
        Map<Value, Value> partners = new IdentityHashMap<>();
        Map<Value, Value> results = new IdentityHashMap<>();
        boolean changed = false;
        for (int i = 0; i < locals.length; i++) {
            Value merged = merge(locals[i], other.locals[i], partners, results);
            if (merged != locals[i]) {
                changed = true;
                separateLocals();
                locals[i] = merged;
            }
        }
        for (int i = 0; i < depth; i++) {
            Value merged = merge(stack[i], other.stack[i], partners, results);
            changed |= merged != stack[i];
            stack[i] = merged;
        }
        changed |= relations.merge(other.relations, partners::get, results::get,
                (mine, theirs) -> merge(mine, theirs, partners, results));
        return changed;
    }

    /** Two slots stay known to hold the same value only if they do so in both frames. */
    private static Value merge(Value mine, Value theirs, Map<Value, Value> partners, Map<Value, Value> results) {
        if (mine == null) {
            return null;
        }
        Value partner = partners.putIfAbsent(mine, theirs == null ? mine : theirs);
        boolean first = partner == null;
        if (!first && partner == theirs) {
            return results.get(mine);
        }
        Value merged = Value.merge(mine, theirs);
        Value result = merged == null ? null : first && merged.sameContent(mine) ? mine : merged;
        if (first) {
            results.put(mine, result);
        }
        return result;
    }
}
