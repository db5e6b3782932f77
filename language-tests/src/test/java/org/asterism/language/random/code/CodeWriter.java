package org.asterism.language.random.code;

import java.util.ArrayList;
import java.util.List;
import org.asterism.language.random.Choices;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the body of a method {@code static long m(int depth)} as blocks that go to each other in any order. */
final class CodeWriter {
    private static final int MOST_BLOCKS = 12;
    private static final int MOST_ENTERED = 3;
    private static final int MOST_RANGES = 4;
    private static final int MOST_INSTRUCTIONS = 9;
    private static final List<String> CAUGHT = List.of("java/lang/RuntimeException", "java/lang/ArithmeticException", "java/lang/IndexOutOfBoundsException",
            "java/lang/NullPointerException", "java/lang/ClassCastException", Operands.LEFT, "java/lang/NegativeArraySizeException");
    private static final int[] WITH_ZERO = {Opcodes.IFEQ, Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE};
    private static final int[] OF_TWO = {Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE, Opcodes.IF_ICMPLT, Opcodes.IF_ICMPGE, Opcodes.IF_ICMPGT, Opcodes.IF_ICMPLE};

    /** A block: its place, and what is on the stack when it is entered. */
    private record Block(Label label, List<Kind> shape) {
    }

    private final Choices choices;
    private final MethodVisitor code;
    private final OperandStack stack;
    private final Locals locals;
    private final Operands operands;
    private final Instructions instructions;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * A writer of one method.
     *
     * @param owner the class that it is in
     * @param callable how many methods of that class, from the first, it may call
     */
    CodeWriter(Choices choices, MethodVisitor code, String owner, int callable) {
        this.choices = choices;
        this.code = code;
        stack = new OperandStack(code);
        locals = new Locals(choices, 1);
        operands = new Operands(choices, code, stack, locals);
        instructions = new Instructions(choices, code, stack, locals, operands, owner, callable);
    }

    /** Writes it. */
    void write() {
        code.visitCode();
        int count = 1 + choices.below(MOST_BLOCKS);
        for (int i = 0; i < count; i++) {
            List<Kind> shape = new ArrayList<>();
            for (int entered = i == 0 || choices.rarely(2) ? 0 : choices.below(MOST_ENTERED + 1); entered > 0; entered--) {
                shape.add(choices.of(Kind.STORED));
            }
            blocks.add(new Block(new Label(), shape));
        }
        Label end = new Label();
        ranges(end);
        for (Kind kind : locals.fixed()) {
            operands.initial(kind);
            code.visitVarInsn(kind.opcode(Opcodes.ISTORE), locals.define());
            stack.take(1);
        }
        for (int i = 0; i < blocks.size(); i++) {
            enter(i, blocks.get(i));
            int length = choices.below(MOST_INSTRUCTIONS);
            for (int done = 0; done < length && !choices.exhausted(); done++) {
                instructions.any();
            }
            leave(i);
        }
        code.visitLabel(end);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Some ranges of blocks with handlers, which are blocks that find only the exception. */
    private void ranges(Label end) {
        int count = choices.below(MOST_RANGES + 1);
        for (int i = 0; i < count; i++) {
            int first = choices.below(blocks.size());
            int last = first + 1 + choices.below(blocks.size() - first);
            Block handler = new Block(new Label(), List.of(Kind.FAILURE));
            int place = choices.below(blocks.size()) + 1;
            Label from = blocks.get(first).label();
            Label to = last < blocks.size() ? blocks.get(last).label() : end;
            blocks.add(place, handler);
            code.visitTryCatchBlock(from, to, handler.label(), choices.of(CAUGHT));
        }
    }

    /** Marks that the block was entered, and returns if there was too much of it. */
    private void enter(int number, Block block) {
        code.visitLabel(block.label());
        stack.enter(block.shape());
        locals.enterBlock();
        code.visitIntInsn(Opcodes.BIPUSH, number);
        code.visitVarInsn(Opcodes.ILOAD, choices.of(locals.fixedOf(Kind.INT)));
        code.visitMethodInsn(Opcodes.INVOKESTATIC, Operands.TRACE, "spent", "(II)Z", false);
        Label going = new Label();
        code.visitJumpInsn(Opcodes.IFEQ, going);
        code.visitLdcInsn(-1L);
        code.visitInsn(Opcodes.LRETURN);
        code.visitLabel(going);
    }

    /** Leaves the block: by falling into the next one, by branches, a switch, a return or an exception. */
    private void leave(int number) {
        switch (choices.below(8)) {
            case 0 -> goTo(next(number));
            case 1, 2 -> branch(number);
            case 3 -> choose(number);
            case 4 -> result();
            case 5 -> {
                operands.need(Kind.FAILURE);
                operands.instruction(Opcodes.ATHROW, 1, null);
            }
            default -> goTo(choices.of(blocks));
        }
    }

    private Block next(int number) {
        return number + 1 < blocks.size() ? blocks.get(number + 1) : null;
    }

    private void goTo(Block target) {
        if (target == null) {
            result();
            return;
        }
        adapt(target.shape());
        code.visitJumpInsn(Opcodes.GOTO, target.label());
    }

    /** Makes the stack what a block wants. */
    private void adapt(List<Kind> shape) {
        int common = stack.common(shape);
        while (stack.depth() > common) {
            stack.pop();
        }
        shape.subList(common, shape.size()).forEach(operands::simple);
    }

    private void branch(int number) {
        Block target = choices.of(blocks);
        adapt(target.shape());
        switch (choices.below(4)) {
            case 0 -> jump(target, choices.of(Opcodes.IFNULL, Opcodes.IFNONNULL), Kind.OBJECT);
            case 1 -> jump(target, choices.of(Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE), Kind.OBJECT, Kind.OBJECT);
            case 2 -> jump(target, OF_TWO[choices.below(OF_TWO.length)], Kind.INT, Kind.INT);
            default -> jump(target, WITH_ZERO[choices.below(WITH_ZERO.length)], Kind.INT);
        }
        if (next(number) != null && stack.is(next(number).shape())) {
            return; // falls into it
        }
        goTo(choices.rarely(3) ? choices.of(blocks) : next(number));
    }

    private void jump(Block target, int opcode, Kind... compared) {
        for (Kind kind : compared) {
            instructions.value(kind);
        }
        stack.take(compared.length);
        code.visitJumpInsn(opcode, target.label());
    }

    /** A switch among blocks that are entered with the same stack. */
    private void choose(int number) {
        Block first = choices.of(blocks);
        List<Block> alike = blocks.stream().filter(block -> block.shape().equals(first.shape())).toList();
        adapt(first.shape());
        instructions.value(Kind.INT);
        Label[] labels = new Label[1 + choices.below(4)];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = choices.of(alike).label();
        }
        Label otherwise = choices.of(alike).label();
        stack.take(1);
        int least = choices.of(0, -2, 100);
        if (choices.rarely(2)) {
            int[] keys = new int[labels.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = least + i * i * 17;
            }
            code.visitLookupSwitchInsn(otherwise, keys, labels);
        } else {
            if (choices.rarely(2)) {
                code.visitInsn(Opcodes.ICONST_3);
                code.visitInsn(Opcodes.IAND);
            }
            code.visitTableSwitchInsn(least, least + labels.length - 1, otherwise, labels);
        }
    }

    /** Returns what comes of the variables. */
    private void result() {
        instructions.value(Kind.LONG);
        for (Kind kind : List.of(Kind.LONG, Kind.INT)) {
            for (int slot : locals.fixedOf(kind)) {
                code.visitVarInsn(kind.opcode(Opcodes.ILOAD), slot);
                if (kind == Kind.INT) {
                    code.visitInsn(Opcodes.I2L);
                }
                code.visitInsn(Opcodes.LADD);
            }
        }
        code.visitInsn(Opcodes.LRETURN);
        stack.take(1);
    }
}
