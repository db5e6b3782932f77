package org.asterism.aot.lower;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lambdas and method references: one class a call site, with the captured values as final fields. One that captures nothing
 * is an object of the image and costs no allocation.
 */
final class LambdaLowering {
    private static final int SERIALIZABLE = 1;
    private static final int MARKERS = 1 << 1;
    private static final int BRIDGES = 1 << 2;

    private final World world;

    LambdaLowering(World world) {
        this.world = world;
    }

    InsnList lower(JavaMethod method, InvokeDynamicInsnNode call, int number) {
        Type[] captured = Type.getArgumentTypes(call.desc);
        ClassNode node = new ClassNode();
        node.version = Opcodes.V17;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
        node.name = Lowering.name(method, "Lambda", number);
        node.superName = "java/lang/Object";
        node.sourceFile = method.owner().node().sourceFile;
        Set<String> interfaces = new LinkedHashSet<>(List.of(Type.getReturnType(call.desc).getInternalName()));
        Set<String> descriptors = new LinkedHashSet<>(List.of(((Type) call.bsmArgs[0]).getDescriptor()));
        readAlternatives(call, interfaces, descriptors);
        node.interfaces = new ArrayList<>(interfaces);
        for (int i = 0; i < captured.length; i++) {
            node.fields.add(new FieldNode(Opcodes.ACC_FINAL, "captured" + i, captured[i].getDescriptor(), null, null));
        }
        for (String descriptor : descriptors) {
            node.methods.add(body(node.name, call, captured, descriptor));
        }
        if (captured.length > 0) {
            node.methods.add(factory(node.name, call, captured));
        }
        JavaClass lambda = world.define(method.owner(), node);
        InsnList code = new InsnList();
        code.add(captured.length == 0 ? new LdcInsnNode(new ImageObject(lambda))
                : new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, "capture", call.desc));
        return code;
    }

    private static void readAlternatives(InvokeDynamicInsnNode call, Set<String> interfaces, Set<String> descriptors) {
        if (!call.bsm.getName().equals("altMetafactory")) {
            return;
        }
        int flags = (Integer) call.bsmArgs[3];
        if ((flags & SERIALIZABLE) != 0) {
            interfaces.add("java/io/Serializable");
        }
        int next = 4;
        if ((flags & MARKERS) != 0) {
            for (int count = (Integer) call.bsmArgs[next++]; count > 0; count--) {
                interfaces.add(((Type) call.bsmArgs[next++]).getInternalName());
            }
        }
        if ((flags & BRIDGES) != 0) {
            for (int count = (Integer) call.bsmArgs[next++]; count > 0; count--) {
                descriptors.add(((Type) call.bsmArgs[next++]).getDescriptor());
            }
        }
    }

    private static MethodNode factory(String owner, InvokeDynamicInsnNode call, Type[] captured) {
        MethodNode factory = new MethodNode(Opcodes.ACC_STATIC, "capture", call.desc, null, null);
        InsnList code = factory.instructions;
        code.add(new TypeInsnNode(Opcodes.NEW, owner));
        int local = 0;
        for (int i = 0; i < captured.length; i++) {
            code.add(new InsnNode(Opcodes.DUP));
            code.add(new VarInsnNode(captured[i].getOpcode(Opcodes.ILOAD), local));
            code.add(new FieldInsnNode(Opcodes.PUTFIELD, owner, "captured" + i, captured[i].getDescriptor()));
            local += captured[i].getSize();
        }
        code.add(new InsnNode(Opcodes.ARETURN));
        factory.maxLocals = local;
        factory.maxStack = 4;
        return factory;
    }

    private static MethodNode body(String owner, InvokeDynamicInsnNode call, Type[] captured, String descriptor) {
        Handle target = (Handle) call.bsmArgs[1];
        Type instantiated = (Type) call.bsmArgs[2];
        MethodNode body = new MethodNode(Opcodes.ACC_PUBLIC, call.name, descriptor, null, null);
        InsnList code = body.instructions;
        boolean constructs = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (constructs) {
            code.add(new TypeInsnNode(Opcodes.NEW, target.getOwner()));
            code.add(new InsnNode(Opcodes.DUP));
        }
        List<Type> expected = new ArrayList<>();
        if (target.getTag() != Opcodes.H_INVOKESTATIC && !constructs) {
            expected.add(Type.getObjectType(target.getOwner()));
        }
        expected.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        int position = 0;
        int size = 2;
        for (int i = 0; i < captured.length; i++) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(new FieldInsnNode(Opcodes.GETFIELD, owner, "captured" + i, captured[i].getDescriptor()));
            Conversion.add(code, captured[i], captured[i], expected.get(position++));
            size += captured[i].getSize();
        }
        Type[] declared = Type.getArgumentTypes(descriptor);
        Type[] claimed = instantiated.getArgumentTypes();
        int local = 1;
        for (int i = 0; i < declared.length; i++) {
            code.add(new VarInsnNode(declared[i].getOpcode(Opcodes.ILOAD), local));
            Conversion.add(code, declared[i], claimed[i], expected.get(position++));
            local += declared[i].getSize();
        }
        code.add(invocation(target));
        Type produced = constructs ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
        addReturn(code, produced, Type.getReturnType(descriptor));
        body.maxLocals = local;
        body.maxStack = size + local + 4;
        return body;
    }

    private static MethodInsnNode invocation(Handle target) {
        int opcode = switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.INVOKESPECIAL;
        };
        return new MethodInsnNode(opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    }

    private static void addReturn(InsnList code, Type produced, Type declared) {
        if (declared == Type.VOID_TYPE) {
            if (produced != Type.VOID_TYPE) {
                code.add(new InsnNode(produced.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
            }
            code.add(new InsnNode(Opcodes.RETURN));
            return;
        }
        Conversion.add(code, produced, produced, declared);
        code.add(new InsnNode(declared.getOpcode(Opcodes.IRETURN)));
    }
}
