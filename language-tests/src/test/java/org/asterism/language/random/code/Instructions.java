package org.asterism.language.random.code;

import java.util.List;
import org.asterism.language.random.Choices;
import org.asterism.language.random.Trace;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Emits instructions that fit the stack, pushing first what they need and do not find there. */
final class Instructions {
    static final String TRACE = Type.getInternalName(Trace.class);
    static final String LEFT = Type.getInternalName(Trace.Left.class);

    private static final String STRING = "java/lang/String";
    private static final String INTEGER = "java/lang/Integer";
    private static final List<Integer> INTS = List.of(0, 1, 2, -1, 3, 7, 31, 32, 100, 127, 128, -129, 65535, 65536, 1000003, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Long> LONGS = List.of(0L, 1L, -1L, 5L, 63L, 64L, 4294967296L, -2147483649L, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdefL);
    private static final List<Float> FLOATS = List.of(0f, 1f, 2f, -1.5f, -0.0f, 16777217f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE);
    private static final List<Double> DOUBLES = List.of(0.0, 1.0, -0.0, 2.5, 1e10, -9.3e18, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE);
    private static final List<String> STRINGS = List.of("", "a", "Aa", "BB", "za\u017c\u00f3\u0142\u0107", "x y z");
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
    private final String owner;
    private final int callable;

    Instructions(Choices choices, MethodVisitor code, OperandStack stack, Locals locals, String owner, int callable) {
        this.choices = choices;
        this.code = code;
        this.stack = stack;
        this.locals = locals;
        this.owner = owner;
        this.callable = callable;
    }

    /** Pushes a variable or a constant. */
    void simple(Kind kind) {
        List<Integer> holding = locals.holding(kind);
        if (!holding.isEmpty() && !choices.rarely(3)) {
            code.visitVarInsn(kind.opcode(Opcodes.ILOAD), choices.of(holding));
            stack.push(kind);
        } else {
            constant(kind);
        }
    }

    /** Pushes what a variable holds first: no two alike, and no choice. */
    void initial(Kind kind) {
        switch (kind) {
            case INT -> code.visitVarInsn(Opcodes.ILOAD, 0);
            case LONG -> code.visitLdcInsn(Long.MIN_VALUE + 1);
            case FLOAT -> code.visitLdcInsn(0.1f);
            case DOUBLE -> code.visitLdcInsn(0.1);
            case STRING -> code.visitLdcInsn("first");
            default -> {
                if (kind == Kind.INTS || kind == Kind.OBJECTS) {
                    object(kind);
                    return;
                }
                code.visitInsn(Opcodes.ACONST_NULL);
            }
        }
        stack.push(kind);
    }

    private void constant(Kind kind) {
        switch (kind) {
            case INT -> code.visitLdcInsn(choices.of(INTS));
            case LONG -> code.visitLdcInsn(choices.of(LONGS));
            case FLOAT -> code.visitLdcInsn(choices.of(FLOATS));
            case DOUBLE -> code.visitLdcInsn(choices.of(DOUBLES));
            case STRING -> code.visitLdcInsn(choices.of(STRINGS));
            default -> {
                if (choices.rarely(5)) {
                    code.visitInsn(Opcodes.ACONST_NULL);
                } else {
                    object(kind);
                    return;
                }
            }
        }
        stack.push(kind);
    }

    private void object(Kind kind) {
        switch (kind) {
            case INTS -> {
                code.visitInsn(Opcodes.ICONST_4);
                code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
                stack.push(kind);
            }
            case OBJECTS -> {
                code.visitInsn(Opcodes.ICONST_5);
                code.visitTypeInsn(Opcodes.ANEWARRAY, choices.of("java/lang/Object", STRING, INTEGER));
                stack.push(kind);
            }
            case FAILURE -> newFailure();
            default -> {
                constant(Kind.INT);
                call(INTEGER, "valueOf", "(I)Ljava/lang/Integer;", 1, Kind.OBJECT);
            }
        }
    }

    /** Pushes what an expression gives. */
    void value(Kind kind) {
        simple(kind);
        if (Kind.NUMERIC.contains(kind) && choices.rarely(3)) {
            simple(kind);
            arithmeticOn(kind);
        }
    }

    /** Pushes an exception, unless one is on top. */
    void failure() {
        operands(Kind.FAILURE);
        stack.take(1);
    }

    private void operands(Kind... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            Kind found = stack.peek(kinds.length - 1 - i);
            if (found == null || !found.fits(kinds[i])) {
                for (Kind kind : kinds) {
                    simple(kind);
                }
                return;
            }
        }
    }

    private void instruction(int opcode, int taken, Kind result) {
        code.visitInsn(opcode);
        stack.take(taken);
        if (result != null) {
            stack.push(result);
        }
    }

    private void call(String type, String name, String descriptor, int taken, Kind result) {
        boolean isStatic = type.equals(TRACE) || type.equals(owner) || name.equals("valueOf");
        code.visitMethodInsn(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL, type, name, descriptor, false);
        stack.take(taken);
        stack.push(result);
    }

    /** Emits one instruction, or a few that belong together. */
    void any() {
        if (stack.isFull()) {
            stack.pop();
        }
        switch (choices.below(20)) {
            case 0 -> simple(choices.of(Kind.STORED));
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
            default -> newFailure();
        }
    }

    private void store() {
        if (stack.depth() == 0) {
            simple(choices.of(Kind.STORED));
        }
        Kind kind = stack.peek(0);
        int slot = choices.rarely(3) ? locals.overwritten(kind, choices) : choices.of(locals.fixedOf(kind));
        code.visitVarInsn(kind.opcode(Opcodes.ISTORE), slot);
        stack.take(1);
    }

    private void arithmetic() {
        Kind kind = choices.of(Kind.NUMERIC);
        operands(kind, kind);
        arithmeticOn(kind);
    }

    private void arithmeticOn(Kind kind) {
        instruction(kind.opcode(ARITHMETIC[choices.below(ARITHMETIC.length)]), 2, kind);
    }

    private void bits() {
        Kind kind = choices.of(Kind.INT, Kind.LONG);
        if (choices.rarely(2)) {
            operands(kind, Kind.INT);
            instruction(kind.opcode(SHIFTS[choices.below(SHIFTS.length)]), 2, kind);
        } else {
            operands(kind, kind);
            instruction(kind.opcode(BITWISE[choices.below(BITWISE.length)]), 2, kind);
        }
    }

    private void sign() {
        if (choices.rarely(2)) {
            List<Integer> slots = locals.holding(Kind.INT);
            code.visitIincInsn(choices.of(slots), choices.of(1, -1, 127, -128, 1000, -32768));
        } else {
            Kind kind = choices.of(Kind.NUMERIC);
            operands(kind);
            instruction(kind.opcode(Opcodes.INEG), 1, kind);
        }
    }

    private void convert() {
        int to = choices.below(Kind.NUMERIC.size());
        int from = choices.below(Kind.NUMERIC.size());
        operands(Kind.NUMERIC.get(from));
        int opcode = to == from ? Opcodes.NOP : CONVERSIONS[to][from];
        instruction(to == 0 && from == 0 ? NARROWING[choices.below(NARROWING.length)] : opcode, 1, Kind.NUMERIC.get(to));
    }

    private void compare() {
        Kind kind = choices.of(Kind.LONG, Kind.DOUBLE, Kind.FLOAT);
        operands(kind, kind);
        int opcode = switch (kind) {
            case LONG -> Opcodes.LCMP;
            case DOUBLE -> choices.of(Opcodes.DCMPL, Opcodes.DCMPG);
            default -> choices.of(Opcodes.FCMPL, Opcodes.FCMPG);
        };
        instruction(opcode, 2, Kind.INT);
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
            operands(array);
            instruction(Opcodes.ARRAYLENGTH, 1, Kind.INT);
            return;
        }
        operands(array, Kind.INT);
        mask();
        instruction(array == Kind.INTS ? Opcodes.IALOAD : Opcodes.AALOAD, 2, array == Kind.INTS ? Kind.INT : Kind.OBJECT);
    }

    private void writeElement() {
        if (choices.rarely(2)) {
            operands(Kind.OBJECTS, Kind.INT, Kind.OBJECT);
            instruction(Opcodes.AASTORE, 3, null);
        } else {
            operands(Kind.INTS);
            value(Kind.INT);
            mask();
            value(Kind.INT);
            instruction(Opcodes.IASTORE, 3, null);
        }
    }

    private void newArray() {
        operands(Kind.INT);
        code.visitIntInsn(Opcodes.BIPUSH, choices.of(29, 28));
        code.visitInsn(choices.of(Opcodes.IUSHR, Opcodes.ISHR));
        stack.take(1);
        if (choices.rarely(3)) {
            code.visitTypeInsn(Opcodes.ANEWARRAY, choices.of("java/lang/Object", STRING, "[I"));
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
                operands(Kind.STRING);
                call(STRING, choices.of("length", "hashCode"), "()I", 1, Kind.INT);
            }
            case 1 -> {
                operands(Kind.STRING, Kind.INT);
                mask();
                call(STRING, "charAt", "(I)C", 2, Kind.INT);
            }
            case 2 -> {
                operands(Kind.STRING, Kind.STRING);
                call(STRING, "concat", "(Ljava/lang/String;)Ljava/lang/String;", 2, Kind.STRING);
                call(TRACE, "cut", "(Ljava/lang/String;)Ljava/lang/String;", 1, Kind.STRING);
            }
            case 3 -> {
                operands(Kind.OBJECT);
                call(TRACE, "show", "(Ljava/lang/Object;)Ljava/lang/String;", 1, Kind.STRING);
                call(TRACE, "cut", "(Ljava/lang/String;)Ljava/lang/String;", 1, Kind.STRING);
            }
            default -> {
                Kind kind = choices.of(Kind.NUMERIC);
                operands(kind);
                call(STRING, "valueOf", "(" + kind.descriptor() + ")Ljava/lang/String;", 1, Kind.STRING);
            }
        }
    }

    private void box() {
        switch (choices.below(4)) {
            case 0 -> {
                operands(Kind.INT);
                call(INTEGER, "valueOf", "(I)Ljava/lang/Integer;", 1, Kind.OBJECT);
            }
            case 1 -> {
                operands(Kind.OBJECT);
                code.visitTypeInsn(Opcodes.INSTANCEOF, choices.of(INTEGER, STRING, "[I", "[Ljava/lang/Object;", "java/lang/Comparable"));
                stack.take(1);
                stack.push(Kind.INT);
            }
            case 2 -> {
                operands(Kind.OBJECT);
                code.visitTypeInsn(Opcodes.CHECKCAST, INTEGER);
                call(INTEGER, "intValue", "()I", 1, Kind.INT);
            }
            default -> {
                Kind kind = choices.of(Kind.STRING, Kind.INTS, Kind.OBJECTS, Kind.FAILURE);
                operands(Kind.OBJECT);
                code.visitTypeInsn(Opcodes.CHECKCAST, kind.internalName());
                stack.take(1);
                stack.push(kind);
            }
        }
    }

    private void mark() {
        operands(Kind.INT);
        code.visitIntInsn(Opcodes.BIPUSH, choices.below(100));
        code.visitInsn(Opcodes.SWAP);
        call(TRACE, "mark", "(II)I", 1, Kind.INT);
    }

    private void field() {
        Kind kind = choices.of(CodeProgram.FIELDS);
        if (choices.rarely(2)) {
            code.visitFieldInsn(Opcodes.GETSTATIC, owner, CodeProgram.field(kind), kind.descriptor());
            stack.push(kind);
        } else {
            operands(kind);
            code.visitFieldInsn(Opcodes.PUTSTATIC, owner, CodeProgram.field(kind), kind.descriptor());
            stack.take(1);
        }
    }

    private void method() {
        if (callable == 0) {
            mark();
            return;
        }
        operands(Kind.INT);
        call(owner, CodeProgram.method(choices.below(callable)), CodeProgram.DESCRIPTOR, 1, Kind.LONG);
    }

    /** A new exception; sometimes there are branches between the new object and its constructor. */
    private void newFailure() {
        code.visitTypeInsn(Opcodes.NEW, LEFT);
        if (choices.rarely(3)) {
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.POP);
        } else {
            code.visitInsn(Opcodes.DUP);
        }
        stack.push(Kind.FAILURE);
        stack.push(Kind.FAILURE);
        simple(Kind.STRING);
        if (choices.rarely(3)) {
            Label same = new Label();
            value(Kind.INT);
            stack.take(1);
            code.visitJumpInsn(Opcodes.IFLT, same);
            stack.pop();
            simple(Kind.STRING);
            code.visitLabel(same);
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, LEFT, "<init>", "(Ljava/lang/String;)V", false);
        stack.take(2);
    }
}
