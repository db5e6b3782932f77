package org.asterism.aot.lower;

import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** String concatenation ({@code StringConcatFactory}) by a {@code StringBuilder}. */
final class ConcatenationLowering {
    private static final String BUILDER = "java/lang/StringBuilder";
    private static final String STRING = "java/lang/String";
    private static final char ARGUMENT = '\u0001';
    private static final char CONSTANT = '\u0002';

    private ConcatenationLowering() {
    }

    static InsnList lower(JavaMethod method, InvokeDynamicInsnNode call) {
        Type[] types = Type.getArgumentTypes(call.desc);
        int[] locals = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            locals[i] = method.node().maxLocals;
            method.node().maxLocals += types[i].getSize();
        }
        method.node().maxStack += 4;
        InsnList code = new InsnList();
        for (int i = types.length - 1; i >= 0; i--) {
            code.add(new VarInsnNode(types[i].getOpcode(Opcodes.ISTORE), locals[i]));
        }
        code.add(new TypeInsnNode(Opcodes.NEW, BUILDER));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V"));
        appendRecipe(code, call, types, locals);
        // not toString, whose empty string is a constant: the result is a new object in any case (JLS §15.18.1)
        code.add(new TypeInsnNode(Opcodes.NEW, STRING));
        code.add(new InsnNode(Opcodes.DUP_X1));
        code.add(new InsnNode(Opcodes.SWAP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, STRING, "<init>", "(L" + BUILDER + ";)V"));
        return code;
    }

    private static void appendRecipe(InsnList code, InvokeDynamicInsnNode call, Type[] types, int[] locals) {
        boolean hasRecipe = call.bsm.getName().equals("makeConcatWithConstants");
        String recipe = hasRecipe ? (String) call.bsmArgs[0] : String.valueOf(ARGUMENT).repeat(types.length);
        StringBuilder text = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (char part : recipe.toCharArray()) {
            if (part == ARGUMENT) {
                flush(code, text);
                code.add(new VarInsnNode(types[argument].getOpcode(Opcodes.ILOAD), locals[argument]));
                append(code, types[argument++]);
            } else if (part == CONSTANT) {
                text.append(call.bsmArgs[constant++]);
            } else {
                text.append(part);
            }
        }
        flush(code, text);
    }

    private static void flush(InsnList code, StringBuilder text) {
        if (!text.isEmpty()) {
            code.add(new LdcInsnNode(text.toString()));
            append(code, Type.getObjectType("java/lang/String"));
            text.setLength(0);
        }
    }

    private static void append(InsnList code, Type type) {
        String parameter = switch (type.getSort()) {
            case Type.OBJECT -> type.getDescriptor().equals("Ljava/lang/String;") ? type.getDescriptor()
                    : "Ljava/lang/Object;";
            case Type.ARRAY -> "Ljava/lang/Object;";
            case Type.BYTE, Type.SHORT -> "I";
            default -> type.getDescriptor();
        };
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + parameter + ")L" + BUILDER + ";"));
    }
}
