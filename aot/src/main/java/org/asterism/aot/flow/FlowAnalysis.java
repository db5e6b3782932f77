package org.asterism.aot.flow;

import java.util.BitSet;
import org.asterism.aot.Optimizations;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Runs the abstract interpretation of a body to its fixed point. */
public final class FlowAnalysis {
    private final World world;
    private final Interpreter interpreter;
    private final JavaMethod method;
    private final InsnList instructions;
    private final Frame[] frames;
    private final boolean[] joins;
    private final Handlers handlers;
    /** The instructions whose frames have changed. The first is taken first: what lies before a join is known before what lies behind it. */
    private final BitSet pending = new BitSet();

    private FlowAnalysis(World world, MemberResolution resolution, FactSource facts, JavaMethod method, Optimizations optimizations) {
        this.world = world;
        this.method = method;
        this.interpreter = new Interpreter(world, resolution, facts, method, optimizations);
        this.instructions = method.node().instructions;
        this.frames = new Frame[instructions.size()];
        this.joins = new boolean[instructions.size()];
        this.handlers = Handlers.of(method.node());
    }

    /** Analyses a body; the method must have one. */
    public static MethodFlow analyze(World world, MemberResolution resolution, FactSource facts, JavaMethod method) {
        return analyze(world, resolution, facts, method, Optimizations.ALL);
    }

    /** Analyses a body, with what the compilation wants to know; the method must have one. */
    public static MethodFlow analyze(World world, MemberResolution resolution, FactSource facts, JavaMethod method,
            Optimizations optimizations) {
        return new FlowAnalysis(world, resolution, facts, method, optimizations).run();
    }

    private MethodFlow run() {
        arrive(0, entry());
        for (int index = 0; index >= 0; index = pending.nextSetBit(0)) {
            pending.clear(index);
            step(index);
        }
        return new MethodFlow(instructions, frames, joins, handlers, interpreter.reused());
    }

    private Frame entry() {
        MethodNode node = method.node();
        Frame frame = new Frame(node.maxLocals);
        int local = 0;
        if (!method.isStatic()) {
            JavaClass receiver = method.owner();
            frame.set(local++, Value.object(receiver.isInterface() ? world.object() : receiver, false, null, null));
        }
        for (Type parameter : method.parameters()) {
            Value value = interpreter.unknown(parameter, null);
            frame.set(local, value);
            local += value.isWide() ? 2 : 1;
        }
        return frame;
    }

    private void step(int index) {
        AbstractInsnNode instruction = instructions.get(index);
        Frame frame = new Frame(frames[index]);
        enterHandlers(index, frame);
        if (instruction.getOpcode() < 0) {
            arrive(index + 1, frame);
            return;
        }
        if (instruction instanceof JumpInsnNode jump) {
            step(index, jump, frame);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            Object key = frame.pop().constant();
            if (key instanceof Integer value) {
                int position = value - table.min;
                boolean known = position >= 0 && position < table.labels.size();
                jump(known ? table.labels.get(position) : table.dflt, frame);
            } else {
                jump(table.dflt, frame);
                table.labels.forEach(label -> jump(label, frame));
            }
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            Object key = frame.pop().constant();
            if (key instanceof Integer value) {
                int position = lookup.keys.indexOf(value);
                jump(position >= 0 ? lookup.labels.get(position) : lookup.dflt, frame);
            } else {
                jump(lookup.dflt, frame);
                lookup.labels.forEach(label -> jump(label, frame));
            }
        } else {
            interpreter.execute(instruction, frame);
            if (!endsBlock(instruction.getOpcode())) {
                arrive(index + 1, frame);
            }
        }
    }

    private static boolean endsBlock(int opcode) {
        return opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }

    private void step(int index, JumpInsnNode jump, Frame frame) {
        Frame taken = frame;
        Frame fallen = frame;
        Boolean decision = null;
        switch (jump.getOpcode()) {
            case Opcodes.GOTO -> decision = true;
            case Opcodes.IFNULL, Opcodes.IFNONNULL -> {
                boolean jumpsOnNull = jump.getOpcode() == Opcodes.IFNULL;
                Value value = frame.pop();
                if (value.isNull() || value.isNonNull() && interpreter.followsLiterals()) {
                    decision = value.isNull() == jumpsOnNull;
                }
                Frame present = new Frame(frame);
                present.refine(value, value.asNonNull());
                taken = jumpsOnNull ? frame : present;
                fallen = jumpsOnNull ? present : frame;
            }
            case Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE -> {
                frame.pop();
                frame.pop();
            }
            case Opcodes.IFEQ, Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE -> {
                Value number = frame.pop();
                decision = compare(jump.getOpcode() - Opcodes.IFEQ, number.constant(), 0);
                taken = new Frame(frame);
                compareWithZero(jump.getOpcode(), number, taken, fallen);
            }
            default -> {
                Value right = frame.pop();
                Value left = frame.pop();
                decision = compare(jump.getOpcode() - Opcodes.IF_ICMPEQ, left.constant(), right.constant());
                taken = new Frame(frame);
                compare(jump.getOpcode(), left, right, taken, fallen);
            }
        }
        if (decision == null || decision) {
            jump(jump.label, taken);
        }
        if (decision == null || !decision) {
            arrive(index + 1, fallen);
        }
    }

    private void compareWithZero(int opcode, Value number, Frame taken, Frame fallen) {
        NumberRanges ranges = interpreter.ranges();
        switch (opcode) {
            case Opcodes.IFGE -> ranges.atLeastZero(taken, number, false);
            case Opcodes.IFGT -> ranges.atLeastZero(taken, number, true);
            case Opcodes.IFLT -> ranges.atLeastZero(fallen, number, false);
            case Opcodes.IFLE -> ranges.atLeastZero(fallen, number, true);
            default -> { }
        }
    }

    private void compare(int opcode, Value left, Value right, Frame taken, Frame fallen) {
        NumberRanges ranges = interpreter.ranges();
        switch (opcode) {
            case Opcodes.IF_ICMPLT -> {
                ranges.less(taken, left, right);
                ranges.atMost(fallen, right, left);
            }
            case Opcodes.IF_ICMPGE -> {
                ranges.atMost(taken, right, left);
                ranges.less(fallen, left, right);
            }
            case Opcodes.IF_ICMPGT -> {
                ranges.less(taken, right, left);
                ranges.atMost(fallen, left, right);
            }
            case Opcodes.IF_ICMPLE -> {
                ranges.atMost(taken, left, right);
                ranges.less(fallen, right, left);
            }
            default -> { }
        }
    }

    private static Boolean compare(int condition, Object left, Object right) {
        if (!(left instanceof Integer one) || !(right instanceof Integer other)) {
            return null;
        }
        return switch (condition) {
            case 0 -> one.intValue() == other;
            case 1 -> one.intValue() != other;
            case 2 -> one < other;
            case 3 -> one >= other;
            case 4 -> one > other;
            default -> one <= other;
        };
    }

    private void jump(LabelNode label, Frame frame) {
        int index = instructions.indexOf(label);
        joins[index] = true;
        arrive(index, new Frame(frame));
    }

    private void enterHandlers(int index, Frame frame) {
        if (instructions.get(index).getOpcode() < 0 || handlers.at(index).isEmpty() || hasEnteredHandlers(index)) {
            return;
        }
        for (TryCatchBlockNode block : handlers.at(index)) {
            Frame handler = new Frame(frame);
            handler.clearStack();
            JavaClass caught = interpreter.classOf(block.type == null ? "java/lang/Throwable" : block.type);
            handler.push(Value.object(caught, false, null, block.handler));
            jump(block.handler, handler);
        }
    }

    /** Whether the handlers of an instruction are those of the one in front of it, and have got from that one all that this one could tell. */
    private boolean hasEnteredHandlers(int index) {
        int previous = index - 1;
        while (previous >= 0 && instructions.get(previous).getOpcode() < 0) {
            previous--;
        }
        return previous >= 0 && handlers.at(previous) == handlers.at(index) && !pending.get(previous) && frames[previous] != null
                && frames[index].sharesLocals(frames[previous]);
    }

    private void arrive(int index, Frame frame) {
        boolean changed = true;
        if (frames[index] == null) {
            frames[index] = frame;
        } else {
            changed = frames[index].merge(frame);
        }
        if (changed) {
            pending.set(index);
        }
    }
}
