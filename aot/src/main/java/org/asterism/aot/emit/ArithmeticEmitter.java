package org.asterism.aot.emit;

import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.Value;
import org.asterism.aot.reach.RuntimeEntry;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;

/** Arithmetic, conversions and comparisons (INEG … DCMPG). Float and double operands are bits and are unpacked on use. */
final class ArithmeticEmitter {
    private static final String[] BINARY = {"+", "-", "*", "/", "%"};
    private static final String[] BITWISE = {"&", "|", "^"};
    private static final String KINDS = "ijfd";
    private static final String CONVERSION_SOURCES = "iiijjjfffdddiii";
    private static final String CONVERSION_TARGETS = "jfdifdijdijfiii";

    private final FunctionContext context;

    ArithmeticEmitter(FunctionContext context) {
        this.context = context;
    }

    void emit(AbstractInsnNode instruction, Frame frame) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof IincInsnNode increment) {
            String variable = context.local(increment.var, 'i');
            context.line(variable + " = " + variable + " + " + increment.incr + ";");
        } else if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
            negate(KINDS.charAt(opcode - Opcodes.INEG), context.top(frame, 0));
        } else if (opcode < Opcodes.INEG) {
            binary(instruction, frame, KINDS.charAt((opcode - Opcodes.IADD) % 4), (opcode - Opcodes.IADD) / 4);
        } else if (opcode < Opcodes.IAND) {
            shift(opcode - Opcodes.ISHL, frame);
        } else if (opcode < Opcodes.IINC) {
            String left = context.top(frame, 1);
            context.line(left + " = " + left + " " + BITWISE[(opcode - Opcodes.IAND) / 2] + " " + context.top(frame, 0) + ";");
        } else if (opcode <= Opcodes.I2S) {
            convert(opcode, frame);
        } else {
            compare(opcode, frame);
        }
    }

    private static String unpack(char kind, String variable) {
        return kind == 'f' ? "FLOAT(" + variable + ")" : kind == 'd' ? "DOUBLE(" + variable + ")" : variable;
    }

    private String pack(char kind, String expression) {
        if (kind == 'f' || kind == 'd') {
            context.useFloating();
            return (kind == 'f' ? "FLOAT_BITS(" : "DOUBLE_BITS(") + expression + ")";
        }
        return expression;
    }

    private void negate(char kind, String variable) {
        String value = switch (kind) {
            case 'f' -> variable + " ^ (-2147483647 - 1)";
            case 'd' -> variable + " ^ (-9223372036854775807L - 1)";
            default -> "-" + variable;
        };
        context.line(variable + " = " + value + ";");
    }

    private void binary(AbstractInsnNode instruction, Frame frame, char kind, int operation) {
        String left = context.top(frame, 1);
        String right = context.top(frame, 0);
        boolean divides = operation >= 3;
        if (!divides || kind == 'f' || kind == 'd') {
            context.line(left + " = " + pack(kind, unpack(kind, left) + " " + BINARY[operation] + " " + unpack(kind, right)) + ";");
            return;
        }
        Value divisor = frame.top(0);
        if (divisor.constant() instanceof Number number && number.longValue() != 0 && number.longValue() != -1) {
            context.line(left + " = " + left + " " + BINARY[operation] + " " + number + ";");
            return;
        }
        if (!(divisor.constant() instanceof Number number && number.longValue() != 0)) {
            context.line("if (UNLIKELY(" + right + " == 0)) goto "
                    + context.throwing(RuntimeEntry.ARITHMETIC, "", instruction) + ";");
        }
        context.line(left + " = " + (operation == 3 ? "DIVIDE(" : "REMAINDER(") + left + ", " + right + ");");
    }

    /** ISHL LSHL ISHR LSHR IUSHR LUSHR. */
    private void shift(int operation, Frame frame) {
        String value = context.top(frame, 1);
        boolean isLong = operation % 2 == 1;
        String distance = "(" + context.top(frame, 0) + " & " + (isLong ? 63 : 31) + ")";
        String expression = switch (operation / 2) {
            case 0 -> value + " << " + distance;
            case 1 -> value + " >> " + distance;
            default -> isLong ? "(int64_t)((uint64_t)" + value + " >> " + distance + ")"
                    : "(int32_t)((uint32_t)" + value + " >> " + distance + ")";
        };
        context.line(value + " = " + expression + ";");
    }

    private void convert(int opcode, Frame frame) {
        char from = CONVERSION_SOURCES.charAt(opcode - Opcodes.I2L);
        char to = CONVERSION_TARGETS.charAt(opcode - Opcodes.I2L);
        String source = context.top(frame, 0);
        String target = context.stack(frame.depth() - 1, to);
        String expression = switch (opcode) {
            case Opcodes.I2B -> "(int8_t)" + source;
            case Opcodes.I2C -> "(uint16_t)" + source;
            case Opcodes.I2S -> "(int16_t)" + source;
            case Opcodes.F2I, Opcodes.D2I -> floating("TO_INT(" + unpack(from, source) + ")");
            case Opcodes.F2L, Opcodes.D2L -> floating("TO_LONG(" + unpack(from, source) + ")");
            case Opcodes.I2L -> "(int64_t)" + source;
            case Opcodes.L2I -> "(int32_t)" + source;
            default -> pack(to, (to == 'f' ? "(float)" : "(double)") + unpack(from, source));
        };
        context.line(target + " = " + expression + ";");
    }

    private String floating(String expression) {
        context.useFloating();
        return expression;
    }

    private void compare(int opcode, Frame frame) {
        char kind = frame.top(0).kind();
        String left = unpack(kind, context.top(frame, 1));
        String right = unpack(kind, context.top(frame, 0));
        String target = context.stack(frame.depth() - 2, 'i');
        String macro = switch (opcode) {
            case Opcodes.LCMP -> "COMPARE(";
            case Opcodes.FCMPL, Opcodes.DCMPL -> floating("COMPARE_NAN_LESS(");
            default -> floating("COMPARE_NAN_GREATER(");
        };
        context.line(target + " = " + macro + left + ", " + right + ");");
    }
}
