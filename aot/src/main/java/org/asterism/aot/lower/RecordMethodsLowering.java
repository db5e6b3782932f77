package org.asterism.aot.lower;

import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** {@code equals}, {@code hashCode} and {@code toString} of records ({@code ObjectMethods.bootstrap}). */
final class RecordMethodsLowering {
    private static final String BUILDER = "java/lang/StringBuilder";

    private final World world;

    RecordMethodsLowering(World world) {
        this.world = world;
    }

    InsnList lower(JavaMethod method, InvokeDynamicInsnNode call, int number) {
        JavaClass owner = method.owner();
        ClassNode node = new ClassNode();
        node.version = Opcodes.V17;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
        node.name = Lowering.name(method, "Record", number);
        node.superName = "java/lang/Object";
        node.sourceFile = owner.node().sourceFile;
        MethodNode body = new MethodNode(Opcodes.ACC_STATIC, call.name, call.desc, null, null);
        body.maxStack = 8;
        body.maxLocals = 2;
        switch (call.name) {
            case "equals" -> addEquals(body.instructions, owner, call);
            case "hashCode" -> addHashCode(body.instructions, call);
            default -> addToString(body.instructions, owner, call);
        }
        node.methods.add(body);
        world.define(owner, node);
        InsnList code = new InsnList();
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, call.name, call.desc));
        return code;
    }

    private static void addEquals(InsnList code, JavaClass owner, InvokeDynamicInsnNode call) {
        LabelNode different = new LabelNode();
        code.add(new VarInsnNode(Opcodes.ALOAD, 1));
        code.add(new TypeInsnNode(Opcodes.INSTANCEOF, owner.name()));
        code.add(new JumpInsnNode(Opcodes.IFEQ, different));
        for (int i = 2; i < call.bsmArgs.length; i++) {
            Handle getter = (Handle) call.bsmArgs[i];
            load(code, getter, 0);
            code.add(new VarInsnNode(Opcodes.ALOAD, 1));
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, owner.name()));
            code.add(new FieldInsnNode(Opcodes.GETFIELD, getter.getOwner(), getter.getName(), getter.getDesc()));
            addComparison(code, Type.getType(getter.getDesc()), different);
        }
        code.add(new InsnNode(Opcodes.ICONST_1));
        code.add(new InsnNode(Opcodes.IRETURN));
        code.add(different);
        code.add(new InsnNode(Opcodes.ICONST_0));
        code.add(new InsnNode(Opcodes.IRETURN));
    }

    private static void addComparison(InsnList code, Type type, LabelNode different) {
        switch (type.getSort()) {
            case Type.LONG -> {
                code.add(new InsnNode(Opcodes.LCMP));
                code.add(new JumpInsnNode(Opcodes.IFNE, different));
            }
            case Type.FLOAT, Type.DOUBLE -> {
                String one = type.getDescriptor();
                code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Conversion.wrapper(type), "compare",
                        "(" + one + one + ")I"));
                code.add(new JumpInsnNode(Opcodes.IFNE, different));
            }
            case Type.OBJECT, Type.ARRAY -> {
                code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, "java/util/Objects", "equals",
                        "(Ljava/lang/Object;Ljava/lang/Object;)Z"));
                code.add(new JumpInsnNode(Opcodes.IFEQ, different));
            }
            default -> code.add(new JumpInsnNode(Opcodes.IF_ICMPNE, different));
        }
    }

    private static void addHashCode(InsnList code, InvokeDynamicInsnNode call) {
        code.add(new InsnNode(Opcodes.ICONST_0));
        for (int i = 2; i < call.bsmArgs.length; i++) {
            Handle getter = (Handle) call.bsmArgs[i];
            Type type = Type.getType(getter.getDesc());
            code.add(new IntInsnNode(Opcodes.BIPUSH, 31));
            code.add(new InsnNode(Opcodes.IMUL));
            load(code, getter, 0);
            boolean primitive = Conversion.isPrimitive(type);
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, primitive ? Conversion.wrapper(type) : "java/util/Objects",
                    "hashCode", "(" + (primitive ? type.getDescriptor() : "Ljava/lang/Object;") + ")I"));
            code.add(new InsnNode(Opcodes.IADD));
        }
        code.add(new InsnNode(Opcodes.IRETURN));
    }

    private static void addToString(InsnList code, JavaClass owner, InvokeDynamicInsnNode call) {
        String[] names = ((String) call.bsmArgs[1]).split(";");
        code.add(new TypeInsnNode(Opcodes.NEW, BUILDER));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V"));
        String lead = simpleName(owner) + "[";
        for (int i = 2; i < call.bsmArgs.length; i++) {
            Handle getter = (Handle) call.bsmArgs[i];
            append(code, lead + names[i - 2] + "=");
            load(code, getter, 0);
            Type type = Type.getType(getter.getDesc());
            String parameter = switch (type.getSort()) {
                case Type.OBJECT, Type.ARRAY -> "Ljava/lang/Object;";
                case Type.BYTE, Type.SHORT -> "I";
                default -> type.getDescriptor();
            };
            code.add(appendCall(parameter));
            lead = ", ";
        }
        append(code, call.bsmArgs.length == 2 ? lead + "]" : "]");
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;"));
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    private static String simpleName(JavaClass owner) {
        for (InnerClassNode inner : owner.node().innerClasses) {
            if (inner.name.equals(owner.name()) && inner.innerName != null) {
                return inner.innerName;
            }
        }
        return owner.name().substring(owner.name().lastIndexOf('/') + 1);
    }

    private static void load(InsnList code, Handle getter, int local) {
        code.add(new VarInsnNode(Opcodes.ALOAD, local));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, getter.getOwner(), getter.getName(), getter.getDesc()));
    }

    private static void append(InsnList code, String text) {
        code.add(new LdcInsnNode(text));
        code.add(appendCall("Ljava/lang/String;"));
    }

    private static MethodInsnNode appendCall(String parameter) {
        return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + parameter + ")L" + BUILDER + ";");
    }
}
