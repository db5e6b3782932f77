package org.asterism.language.random.code;

import java.util.List;
import org.asterism.language.random.Choices;
import org.asterism.language.random.Trace;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Pushes what instructions take: variables, constants, new objects, or what is on top already. */
final class Operands {
    static final String TRACE = Type.getInternalName(Trace.class);
    static final String LEFT = Type.getInternalName(Trace.Left.class);
    static final String STRING = "java/lang/String";
    static final String INTEGER = "java/lang/Integer";

    private static final List<Integer> INTS = List.of(0, 1, 2, -1, 3, 7, 31, 32, 100, 127, 128, -129, 65535, 65536, 1000003, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Long> LONGS = List.of(0L, 1L, -1L, 5L, 63L, 64L, 4294967296L, -2147483649L, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdefL);
    private static final List<Float> FLOATS = List.of(0f, 1f, 2f, -1.5f, -0.0f, 16777217f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE);
    private static final List<Double> DOUBLES = List.of(0.0, 1.0, -0.0, 2.5, 1e10, -9.3e18, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE);
    private static final List<String> STRINGS = List.of("", "a", "Aa", "BB", "za\u017c\u00f3\u0142\u0107", "x y z");

    private final Choices choices;
    private final MethodVisitor code;
    private final OperandStack stack;
    private final Locals locals;

    Operands(Choices choices, MethodVisitor code, OperandStack stack, Locals locals) {
        this.choices = choices;
        this.code = code;
        this.stack = stack;
        this.locals = locals;
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

    /** Sees to it that values of these kinds are on top, the last one uppermost. */
    void need(Kind... kinds) {
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

    /** Emits an instruction that takes values and leaves one, or none if its kind is null. */
    void instruction(int opcode, int taken, Kind result) {
        code.visitInsn(opcode);
        stack.take(taken);
        if (result != null) {
            stack.push(result);
        }
    }

    /** Emits a call of a method that is static unless it is one of a string or a box. */
    void call(String type, String name, String descriptor, int taken, Kind result) {
        boolean isStatic = !type.equals(STRING) && !type.equals(INTEGER) || name.equals("valueOf");
        code.visitMethodInsn(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL, type, name, descriptor, false);
        stack.take(taken);
        stack.push(result);
    }

    /** A new exception; sometimes there are branches between the new object and its constructor. */
    void newFailure() {
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
            simple(Kind.INT);
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
