package org.asterism.aot.lower;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** The adaptations that a lambda makes between its functional interface and its body (LambdaMetafactory's linkage rules). */
final class Conversion {
    private static final Map<Integer, String> WRAPPERS = Map.of(
            Type.BOOLEAN, "java/lang/Boolean", Type.BYTE, "java/lang/Byte", Type.CHAR, "java/lang/Character",
            Type.SHORT, "java/lang/Short", Type.INT, "java/lang/Integer", Type.LONG, "java/lang/Long",
            Type.FLOAT, "java/lang/Float", Type.DOUBLE, "java/lang/Double");

    private Conversion() {
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    /** Whether any {@link Number} can be converted to it: what is not known to be a certain wrapper may be a narrower one. */
    private static boolean isNumber(Type primitive) {
        return primitive.getSort() != Type.BOOLEAN && primitive.getSort() != Type.CHAR;
    }

    static String wrapper(Type primitive) {
        return WRAPPERS.get(primitive.getSort());
    }

    /**
     * Converts the value on the stack.
     *
     * @param claimed the more specific type that the instantiated method type promises for a reference
     */
    static void add(InsnList code, Type from, Type claimed, Type to) {
        if (isPrimitive(from)) {
            if (isPrimitive(to)) {
                widen(code, from, to);
            } else {
                box(code, from);
            }
        } else if (isPrimitive(to)) {
            Type source = primitiveOf(claimed);
            Type unboxed = source == null ? to : source;
            String holder = source == null && isNumber(to) ? "java/lang/Number" : wrapper(unboxed);
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, holder));
            code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, holder, unboxed.getClassName() + "Value", "()" + unboxed.getDescriptor()));
            widen(code, unboxed, to);
        } else {
            Type target = claimed.getDescriptor().equals("Ljava/lang/Object;") ? to : claimed;
            if (!target.equals(from) && !target.getDescriptor().equals("Ljava/lang/Object;")) {
                code.add(new TypeInsnNode(Opcodes.CHECKCAST, target.getInternalName()));
            }
        }
    }

    private static void box(InsnList code, Type primitive) {
        String wrapper = wrapper(primitive);
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, wrapper, "valueOf",
                "(" + primitive.getDescriptor() + ")L" + wrapper + ";"));
    }

    private static Type primitiveOf(Type wrapper) {
        for (Map.Entry<Integer, String> entry : WRAPPERS.entrySet()) {
            if (entry.getValue().equals(wrapper.getInternalName())) {
                return primitiveOfSort(entry.getKey());
            }
        }
        return null;
    }

    private static Type primitiveOfSort(int sort) {
        return switch (sort) {
            case Type.BOOLEAN -> Type.BOOLEAN_TYPE;
            case Type.BYTE -> Type.BYTE_TYPE;
            case Type.CHAR -> Type.CHAR_TYPE;
            case Type.SHORT -> Type.SHORT_TYPE;
            case Type.INT -> Type.INT_TYPE;
            case Type.LONG -> Type.LONG_TYPE;
            case Type.FLOAT -> Type.FLOAT_TYPE;
            default -> Type.DOUBLE_TYPE;
        };
    }

    private static void widen(InsnList code, Type from, Type to) {
        int source = Math.max(from.getSort(), Type.INT) == Type.INT ? Type.INT : from.getSort();
        int opcode = switch (to.getSort()) {
            case Type.LONG -> source == Type.INT ? Opcodes.I2L : -1;
            case Type.FLOAT -> source == Type.INT ? Opcodes.I2F : source == Type.LONG ? Opcodes.L2F : -1;
            case Type.DOUBLE -> source == Type.INT ? Opcodes.I2D : source == Type.LONG ? Opcodes.L2D
                    : source == Type.FLOAT ? Opcodes.F2D : -1;
            default -> -1;
        };
        if (opcode >= 0) {
            code.add(new InsnNode(opcode));
        }
    }
}
