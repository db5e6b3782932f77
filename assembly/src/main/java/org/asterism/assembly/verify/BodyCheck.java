package org.asterism.assembly.verify;

import java.util.Set;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Walks the code of a class and hands every symbolic reference in it to {@link ReferenceCheck}. */
final class BodyCheck {
    /** Bootstrap methods that the compiler lowers at compile time; no other can run in a kernel. */
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory.metafactory",
            "java/lang/invoke/LambdaMetafactory.altMetafactory",
            "java/lang/invoke/StringConcatFactory.makeConcat",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
            "java/lang/runtime/ObjectMethods.bootstrap");

    private final ReferenceCheck references;
    private final LambdaCheck lambdas;
    private final Problems problems;

    BodyCheck(ClassTable table, Resolution resolution, Problems problems) {
        this.references = new ReferenceCheck(table, resolution, problems);
        this.lambdas = new LambdaCheck(table, problems);
        this.problems = problems;
    }

    void check(LinkedClass in) {
        for (FieldNode field : in.node().fields) {
            references.descriptor(in, field.name, field.desc);
        }
        for (MethodNode method : in.node().methods) {
            String member = method.name + "(" + parameters(method.desc) + ")";
            problems.enter(in + "." + method.name + method.desc);
            references.descriptor(in, member, method.desc);
            method.exceptions.forEach(thrown -> references.classReference(in, member, thrown));
            for (TryCatchBlockNode handler : method.tryCatchBlocks) {
                if (handler.type != null) {
                    references.classReference(in, member, handler.type);
                }
            }
            for (AbstractInsnNode instruction : method.instructions) {
                instruction(in, member, instruction);
            }
        }
        problems.enter("");
    }

    private static String parameters(String descriptor) {
        StringBuilder text = new StringBuilder();
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            String name = argument.getClassName();
            text.append(text.isEmpty() ? "" : ", ").append(name.substring(name.lastIndexOf('.') + 1));
        }
        return text.toString();
    }

    private void instruction(LinkedClass in, String member, AbstractInsnNode instruction) {
        if (instruction instanceof TypeInsnNode type) {
            if (type.getOpcode() == Opcodes.NEW) {
                references.instantiation(in, member, type.desc);
            } else {
                references.type(in, member, Type.getObjectType(type.desc));
            }
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            references.type(in, member, Type.getType(array.desc));
        } else if (instruction instanceof FieldInsnNode field) {
            references.field(in, member, field.getOpcode(), field.owner, field.name, field.desc);
        } else if (instruction instanceof MethodInsnNode call) {
            references.method(in, member, call.getOpcode(), call.owner, call.name, call.desc, call.itf);
        } else if (instruction instanceof LdcInsnNode constant) {
            constant(in, member, constant.cst);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            dynamic(in, member, dynamic);
        }
    }

    private void dynamic(LinkedClass in, String member, InvokeDynamicInsnNode dynamic) {
        Handle bootstrap = dynamic.bsm;
        references.descriptor(in, member, dynamic.desc);
        if (bootstrap.getTag() != Opcodes.H_INVOKESTATIC || !BOOTSTRAPS.contains(bootstrap.getOwner() + "." + bootstrap.getName())) {
            problems.add(in, member, "links a call site by " + bootstrap.getOwner().replace('/', '.') + "." + bootstrap.getName(),
                    "only lambdas, string concatenation and record methods are lowered at compile time");
            return;
        }
        if (bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods")
                && (dynamic.bsmArgs.length == 0 || !Type.getObjectType(in.name()).equals(dynamic.bsmArgs[0]))) {
            problems.add(in, member, "generates record methods for another class", "recompile the record");
        }
        if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
            lambdas.check(in, member, dynamic);
        }
        for (Object argument : dynamic.bsmArgs) {
            constant(in, member, argument);
        }
    }

    private void constant(LinkedClass in, String member, Object constant) {
        if (constant instanceof Handle handle) {
            references.handle(in, member, handle);
        } else if (constant instanceof Type type) {
            if (type.getSort() == Type.METHOD) {
                references.descriptor(in, member, type.getDescriptor());
            } else {
                references.type(in, member, type);
            }
        } else if (constant instanceof ConstantDynamic) {
            problems.add(in, member, "uses a dynamically computed constant", "compute it in a static initializer");
        }
    }
}
