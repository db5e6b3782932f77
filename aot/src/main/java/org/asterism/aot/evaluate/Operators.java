package org.asterism.aot.evaluate;

import org.objectweb.asm.Opcodes;

/** Arithmetic, conversion and comparison instructions on boxed values, exactly as the JVM computes them. */
final class Operators {
    private Operators() {
    }

    static Object binary(int opcode, Object left, Object right) {
        if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LUSHR) {
            return shift(opcode, left, (Integer) right);
        }
        if (left instanceof Integer a && right instanceof Integer b) {
            return integer(opcode, a, b);
        } else if (left instanceof Long a && right instanceof Long b) {
            return wide(opcode, a, b);
        } else if (left instanceof Float a && right instanceof Float b) {
            return switch (opcode) {
                case Opcodes.FADD -> box(a + b);
                case Opcodes.FSUB -> box(a - b);
                case Opcodes.FMUL -> box(a * b);
                case Opcodes.FDIV -> box(a / b);
                case Opcodes.FREM -> box(a % b);
                case Opcodes.FCMPL -> box(a > b ? 1 : a.floatValue() == b ? 0 : -1);
                case Opcodes.FCMPG -> box(a < b ? -1 : a.floatValue() == b ? 0 : 1);
                default -> throw new NotConstantException("instruction " + opcode);
            };
        } else if (left instanceof Double a && right instanceof Double b) {
            return switch (opcode) {
                case Opcodes.DADD -> box(a + b);
                case Opcodes.DSUB -> box(a - b);
                case Opcodes.DMUL -> box(a * b);
                case Opcodes.DDIV -> box(a / b);
                case Opcodes.DREM -> box(a % b);
                case Opcodes.DCMPL -> box(a > b ? 1 : a.doubleValue() == b ? 0 : -1);
                case Opcodes.DCMPG -> box(a < b ? -1 : a.doubleValue() == b ? 0 : 1);
                default -> throw new NotConstantException("instruction " + opcode);
            };
        }
        throw new NotConstantException("instruction " + opcode);
    }

    private static Object integer(int opcode, int a, int b) {
        return switch (opcode) {
            case Opcodes.IADD -> box(a + b);
            case Opcodes.ISUB -> box(a - b);
            case Opcodes.IMUL -> box(a * b);
            case Opcodes.IDIV -> box(a / nonZero(b));
            case Opcodes.IREM -> box(a % nonZero(b));
            case Opcodes.IAND -> box(a & b);
            case Opcodes.IOR -> box(a | b);
            case Opcodes.IXOR -> box(a ^ b);
            default -> throw new NotConstantException("instruction " + opcode);
        };
    }

    private static Object wide(int opcode, long a, long b) {
        return switch (opcode) {
            case Opcodes.LADD -> box(a + b);
            case Opcodes.LSUB -> box(a - b);
            case Opcodes.LMUL -> box(a * b);
            case Opcodes.LDIV -> box(a / nonZero(b));
            case Opcodes.LREM -> box(a % nonZero(b));
            case Opcodes.LAND -> box(a & b);
            case Opcodes.LOR -> box(a | b);
            case Opcodes.LXOR -> box(a ^ b);
            case Opcodes.LCMP -> box(Long.compare(a, b));
            default -> throw new NotConstantException("instruction " + opcode);
        };
    }

    private static int nonZero(int divisor) {
        return (int) nonZero((long) divisor);
    }

    private static long nonZero(long divisor) {
        if (divisor == 0) {
            throw new NotConstantException("division by zero");
        }
        return divisor;
    }

    private static Object shift(int opcode, Object value, int distance) {
        return switch (opcode) {
            case Opcodes.ISHL -> box((Integer) value << distance);
            case Opcodes.ISHR -> box((Integer) value >> distance);
            case Opcodes.IUSHR -> box((Integer) value >>> distance);
            case Opcodes.LSHL -> box((Long) value << distance);
            case Opcodes.LSHR -> box((Long) value >> distance);
            default -> box((Long) value >>> distance);
        };
    }

    static Object unary(int opcode, Object value) {
        Number number = (Number) value;
        return switch (opcode) {
            case Opcodes.INEG -> box(-number.intValue());
            case Opcodes.LNEG -> box(-number.longValue());
            case Opcodes.FNEG -> box(-number.floatValue());
            case Opcodes.DNEG -> box(-number.doubleValue());
            case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> box(number.longValue());
            case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> box(number.floatValue());
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> box(number.doubleValue());
            case Opcodes.L2I, Opcodes.F2I, Opcodes.D2I -> box(number.intValue());
            case Opcodes.I2B -> box((int) number.byteValue());
            case Opcodes.I2C -> box((int) (char) number.intValue());
            case Opcodes.I2S -> box((int) number.shortValue());
            default -> throw new NotConstantException("instruction " + opcode);
        };
    }

    /** Keeps the arms of a switch from being promoted to their common type. */
    private static Object box(Object value) {
        return value;
    }

    static boolean compare(int condition, int left, int right) {
        return switch (condition) {
            case 0 -> left == right;
            case 1 -> left != right;
            case 2 -> left < right;
            case 3 -> left >= right;
            case 4 -> left > right;
            default -> left <= right;
        };
    }
}
