package org.asterism.language.random.code;

import java.util.List;
import org.asterism.language.random.Choices;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Emits instructions that fit the stack. */
final class Instructions {
    private static final int[] ARITHMETIC = {Opcodes.IADD, Opcodes.ISUB, Opcodes.IMUL, Opcodes.IDIV, Opcodes.IREM};
    private static final int[] SHIFTS = {Opcodes.ISHL, Opcodes.ISHR, Opcodes.IUSHR};
    private static final int[] BITWISE = {Opcodes.IAND, Opcodes.IOR, Opcodes.IXOR};
    private static final int[] NARROWING = {Opcodes.I2B, Opcodes.I2C, Opcodes.I2S};
    /** To each numeric kind, in the order of {@link Kind#NUMERIC}, from each. */
    private static final int[][] CONVERSIONS = {
        {Opcodes.NOP, Opcodes.L2I, Opcodes.F2I, Opcodes.D2I},
        {Opcodes.I2L, Opcodes.NOP, Opcodes.F2L, Opcodes.D2L},
        {Opcodes.I2F, Opcodes.L2F, Opcodes.NOP, Opcodes.D2F},
        {Opcodes.I2D, Opcodes.L2D, Opcodes.F2D, Opcodes.NOP},
    };

    private final Choices choices;
    private final MethodVisitor code;
    private final OperandStack stack;
    private final Locals locals;
    private final Operands operands;
    private final String owner;
    private final int callable;

    Instructions(Choices choices, MethodVisitor code, OperandStack stack, Locals locals, Operands operands, String owner, int callable) {
        this.choices = choices;
        this.code = code;
        this.stack = stack;
        this.locals = locals;
        this.operands = operands;
        this.owner = owner;
        this.callable = callable;
    }

    /** Pushes what an expression gives. */
    void value(Kind kind) {
        operands.simple(kind);
        if (Kind.NUMERIC.contains(kind) && choices.rarely(3)) {
            operands.simple(kind);
            arithmeticOn(kind);
        }
    }

    /** Emits one instruction, or a few that belong together. */
    void any() {
        if (stack.isFull()) {
            stack.pop();
        }
        switch (choices.below(20)) {
            case 0 -> operands.simple(choices.of(Kind.STORED));
            case 1, 2, 3 -> stack.juggle(Opcodes.POP + choices.below(Opcodes.SWAP - Opcodes.POP + 1));
            case 4, 5 -> store();
            case 6 -> arithmetic();
            case 7 -> bits();
            case 8 -> sign();
            case 9 -> convert();
            case 10 -> compare();
            case 11 -> readElement();
            case 12 -> writeElement();
            case 13 -> newArray();
            case 14 -> string();
            case 15 -> box();
            case 16 -> mark();
            case 17 -> field();
            case 18 -> method();
            default -> operands.newFailure();
        }
    }

    private void store() {
        if (stack.depth() == 0) {
            operands.simple(choices.of(Kind.STORED));
        }
        Kind kind = stack.peek(0);
        int slot = choices.rarely(3) ? locals.overwritten(kind, choices) : choices.of(locals.fixedOf(kind));
        code.visitVarInsn(kind.opcode(Opcodes.ISTORE), slot);
        stack.take(1);
    }

    private void arithmetic() {
        Kind kind = choices.of(Kind.NUMERIC);
        operands.need(kind, kind);
        arithmeticOn(kind);
    }

    private void arithmeticOn(Kind kind) {
        operands.instruction(kind.opcode(ARITHMETIC[choices.below(ARITHMETIC.length)]), 2, kind);
    }

    private void bits() {
        Kind kind = choices.of(Kind.INT, Kind.LONG);
        if (choices.rarely(2)) {
            operands.need(kind, Kind.INT);
            operands.instruction(kind.opcode(SHIFTS[choices.below(SHIFTS.length)]), 2, kind);
        } else {
            operands.need(kind, kind);
            operands.instruction(kind.opcode(BITWISE[choices.below(BITWISE.length)]), 2, kind);
        }
    }

    private void sign() {
        if (choices.rarely(2)) {
            List<Integer> slots = locals.holding(Kind.INT);
            code.visitIincInsn(choices.of(slots), choices.of(1, -1, 127, -128, 1000, -32768));
        } else {
            Kind kind = choices.of(Kind.NUMERIC);
            operands.need(kind);
            operands.instruction(kind.opcode(Opcodes.INEG), 1, kind);
        }
    }

    private void convert() {
        int to = choices.below(Kind.NUMERIC.size());
        int from = choices.below(Kind.NUMERIC.size());
        operands.need(Kind.NUMERIC.get(from));
        int opcode = to == from ? Opcodes.NOP : CONVERSIONS[to][from];
        operands.instruction(to == 0 && from == 0 ? NARROWING[choices.below(NARROWING.length)] : opcode, 1, Kind.NUMERIC.get(to));
    }

    private void compare() {
        Kind kind = choices.of(Kind.LONG, Kind.DOUBLE, Kind.FLOAT);
        operands.need(kind, kind);
        int opcode = switch (kind) {
            case LONG -> Opcodes.LCMP;
            case DOUBLE -> choices.of(Opcodes.DCMPL, Opcodes.DCMPG);
            default -> choices.of(Opcodes.FCMPL, Opcodes.FCMPG);
        };
        operands.instruction(opcode, 2, Kind.INT);
    }

    /** An index: mostly one that arrays have. */
    private void mask() {
        if (!choices.rarely(4)) {
            code.visitInsn(Opcodes.ICONST_3);
            code.visitInsn(Opcodes.IAND);
        }
    }

    private void readElement() {
        Kind array = choices.of(Kind.INTS, Kind.OBJECTS);
        if (choices.rarely(3)) {
            operands.need(array);
            operands.instruction(Opcodes.ARRAYLENGTH, 1, Kind.INT);
            return;
        }
        operands.need(array, Kind.INT);
        mask();
        operands.instruction(array == Kind.INTS ? Opcodes.IALOAD : Opcodes.AALOAD, 2, array == Kind.INTS ? Kind.INT : Kind.OBJECT);
    }

    private void writeElement() {
        if (choices.rarely(2)) {
            operands.need(Kind.OBJECTS, Kind.INT, Kind.OBJECT);
            operands.instruction(Opcodes.AASTORE, 3, null);
        } else {
            operands.need(Kind.INTS);
            value(Kind.INT);
            mask();
            value(Kind.INT);
            operands.instruction(Opcodes.IASTORE, 3, null);
        }
    }

    private void newArray() {
        operands.need(Kind.INT);
        code.visitIntInsn(Opcodes.BIPUSH, choices.of(29, 28));
        code.visitInsn(choices.of(Opcodes.IUSHR, Opcodes.ISHR));
        stack.take(1);
        if (choices.rarely(3)) {
            code.visitTypeInsn(Opcodes.ANEWARRAY, choices.of("java/lang/Object", Operands.STRING, "[I"));
            stack.push(Kind.OBJECTS);
        } else if (choices.rarely(3)) {
            code.visitInsn(Opcodes.ICONST_2);
            code.visitInsn(Opcodes.SWAP);
            code.visitMultiANewArrayInsn("[[I", 2);
            code.visitInsn(choices.of(Opcodes.ICONST_0, Opcodes.ICONST_1, Opcodes.ICONST_2));
            code.visitInsn(Opcodes.AALOAD);
            stack.push(Kind.INTS);
        } else {
            code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
            stack.push(Kind.INTS);
        }
    }

    private void string() {
        switch (choices.below(5)) {
            case 0 -> {
                operands.need(Kind.STRING);
                operands.call(Operands.STRING, choices.of("length", "hashCode"), "()I", 1, Kind.INT);
            }
            case 1 -> {
                operands.need(Kind.STRING, Kind.INT);
                mask();
                operands.call(Operands.STRING, "charAt", "(I)C", 2, Kind.INT);
            }
            case 2 -> {
                operands.need(Kind.STRING, Kind.STRING);
                operands.call(Operands.STRING, "concat", "(Ljava/lang/String;)Ljava/lang/String;", 2, Kind.STRING);
                operands.call(Operands.TRACE, "cut", "(Ljava/lang/String;)Ljava/lang/String;", 1, Kind.STRING);
            }
            case 3 -> {
                operands.need(Kind.OBJECT);
                operands.call(Operands.TRACE, "show", "(Ljava/lang/Object;)Ljava/lang/String;", 1, Kind.STRING);
                operands.call(Operands.TRACE, "cut", "(Ljava/lang/String;)Ljava/lang/String;", 1, Kind.STRING);
            }
            default -> {
                Kind kind = choices.of(Kind.NUMERIC);
                operands.need(kind);
                operands.call(Operands.STRING, "valueOf", "(" + kind.descriptor() + ")Ljava/lang/String;", 1, Kind.STRING);
            }
        }
    }

    private void box() {
        switch (choices.below(4)) {
            case 0 -> {
                operands.need(Kind.INT);
                operands.call(Operands.INTEGER, "valueOf", "(I)Ljava/lang/Integer;", 1, Kind.OBJECT);
            }
            case 1 -> {
                operands.need(Kind.OBJECT);
                code.visitTypeInsn(Opcodes.INSTANCEOF, choices.of(Operands.INTEGER, Operands.STRING, "[I", "[Ljava/lang/Object;", "java/lang/Comparable"));
                stack.take(1);
                stack.push(Kind.INT);
            }
            case 2 -> {
                operands.need(Kind.OBJECT);
                code.visitTypeInsn(Opcodes.CHECKCAST, Operands.INTEGER);
                operands.call(Operands.INTEGER, "intValue", "()I", 1, Kind.INT);
            }
            default -> {
                Kind kind = choices.of(Kind.STRING, Kind.INTS, Kind.OBJECTS, Kind.FAILURE);
                operands.need(Kind.OBJECT);
                code.visitTypeInsn(Opcodes.CHECKCAST, kind.internalName());
                stack.take(1);
                stack.push(kind);
            }
        }
    }

    private void mark() {
        operands.need(Kind.INT);
        code.visitIntInsn(Opcodes.BIPUSH, choices.below(100));
        code.visitInsn(Opcodes.SWAP);
        operands.call(Operands.TRACE, "mark", "(II)I", 1, Kind.INT);
    }

    private void field() {
        Kind kind = choices.of(CodeProgram.FIELDS);
        if (choices.rarely(2)) {
            code.visitFieldInsn(Opcodes.GETSTATIC, owner, CodeProgram.field(kind), kind.descriptor());
            stack.push(kind);
        } else {
            operands.need(kind);
            code.visitFieldInsn(Opcodes.PUTSTATIC, owner, CodeProgram.field(kind), kind.descriptor());
            stack.take(1);
        }
    }

    private void method() {
        if (callable == 0) {
            mark();
            return;
        }
        operands.need(Kind.INT);
        operands.call(owner, CodeProgram.method(choices.below(callable)), CodeProgram.DESCRIPTOR, 1, Kind.LONG);
    }
}
