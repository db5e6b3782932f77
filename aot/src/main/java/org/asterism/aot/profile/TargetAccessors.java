package org.asterism.aot.profile;

import java.util.ArrayList;
import java.util.List;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Gives bodies to the {@code @TargetField} and {@code @TargetMethod} methods of a substitution. */
final class TargetAccessors {
    private TargetAccessors() {
    }

    static void implement(World world, JavaMethod accessor, JavaClass target, List<String> problems) {
        AnnotationNode field = accessor.annotation(Annotations.PACKAGE + "TargetField");
        AnnotationNode method = accessor.annotation(Annotations.PACKAGE + "TargetMethod");
        if (field != null) {
            JavaField found = target.fieldNamed((String) Annotations.value(field, "value"));
            if (found == null) {
                problems.add("substitution " + accessor + ": " + target + " has no such field in this java.base");
            } else {
                install(accessor, fieldAccess(accessor, found));
            }
        } else if (method != null) {
            String name = (String) Annotations.value(method, "value");
            List<JavaMethod> matches = target.methodsNamed(name).stream().filter(m -> matches(accessor, m)).toList();
            if (matches.size() != 1) {
                problems.add("substitution " + accessor + " matches " + matches.size() + " methods named " + name + " of "
                        + target + " instead of one; compare the parameter types with this java.base");
            } else {
                install(accessor, call(accessor, matches.get(0)));
            }
        }
    }

    private static InsnList fieldAccess(JavaMethod accessor, JavaField field) {
        InsnList code = new InsnList();
        boolean writes = accessor.result() == Type.VOID_TYPE;
        Type type = Type.getType(field.descriptor());
        int local = 0;
        if (!field.isStatic()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, local++));
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, field.owner().name()));
        }
        if (writes) {
            load(code, local, type, accessor.parameters()[accessor.parameters().length - 1]);
        }
        int opcode = field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD;
        code.add(new FieldInsnNode(writes ? opcode + 1 : opcode, field.owner().name(), field.name(), field.descriptor()));
        code.add(new InsnNode(writes ? Opcodes.RETURN : type.getOpcode(Opcodes.IRETURN)));
        return code;
    }

    private static InsnList call(JavaMethod accessor, JavaMethod target) {
        InsnList code = new InsnList();
        List<Type> expected = new ArrayList<>();
        int opcode = Opcodes.INVOKESTATIC;
        if (target.isConstructor()) {
            code.add(new TypeInsnNode(Opcodes.NEW, target.owner().name()));
            code.add(new InsnNode(Opcodes.DUP));
            opcode = Opcodes.INVOKESPECIAL;
        } else if (!target.isStatic()) {
            expected.add(Type.getObjectType(target.owner().name()));
            opcode = Opcodes.INVOKESPECIAL;
        }
        expected.addAll(List.of(target.parameters()));
        int local = 0;
        for (int i = 0; i < expected.size(); i++) {
            load(code, local, expected.get(i), accessor.parameters()[i]);
            local += expected.get(i).getSize();
        }
        code.add(new OriginalCall(opcode, target));
        code.add(new InsnNode(accessor.result().getOpcode(Opcodes.IRETURN)));
        return code;
    }

    private static void load(InsnList code, int local, Type expected, Type declared) {
        code.add(new VarInsnNode(expected.getOpcode(Opcodes.ILOAD), local));
        if (!expected.equals(declared)) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, expected.getInternalName()));
        }
    }

    private static boolean matches(JavaMethod accessor, JavaMethod candidate) {
        List<Type> expected = new ArrayList<>();
        if (!candidate.isStatic() && !candidate.isConstructor()) {
            expected.add(Type.getObjectType(candidate.owner().name()));
        }
        expected.addAll(List.of(candidate.parameters()));
        Type result = candidate.isConstructor() ? Type.getObjectType(candidate.owner().name()) : candidate.result();
        Type[] actual = accessor.parameters();
        if (actual.length != expected.size() || !Substitutions.compatible(accessor.result(), result)) {
            return false;
        }
        for (int i = 0; i < actual.length; i++) {
            if (!Substitutions.compatible(actual[i], expected.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void install(JavaMethod accessor, InsnList code) {
        accessor.node().access &= ~Opcodes.ACC_NATIVE;
        accessor.node().instructions = code;
        int size = 2;
        for (Type parameter : accessor.parameters()) {
            size += parameter.getSize();
        }
        accessor.node().maxLocals = size;
        accessor.node().maxStack = size + 2;
    }
}
