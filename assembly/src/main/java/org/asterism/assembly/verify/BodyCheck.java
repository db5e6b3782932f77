package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.Set;
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

/** Walks the code of a class and hands every symbolic reference in it to the check for its kind. */
final class BodyCheck {
    private final ReferenceCheck references;
    private final CallSiteCheck callSites;
    private final Problems problems;
    private final Set<Reference> sound = new HashSet<>();

    /** What an instruction names; fields are final for some methods only. */
    private record Reference(int opcode, String owner, String name, String descriptor, boolean ofInterface, String initializer) {}

    BodyCheck(ReferenceCheck references, CallSiteCheck callSites, Problems problems) {
        this.references = references;
        this.callSites = callSites;
        this.problems = problems;
    }

    void check(LinkedClass in) {
        sound.clear();
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
            String initializer = member.startsWith("<") ? member.substring(0, member.indexOf('(')) : "";
            once(new Reference(field.getOpcode(), field.owner, field.name, field.desc, false, initializer),
                    () -> references.field(in, member, field.getOpcode(), field.owner, field.name, field.desc));
        } else if (instruction instanceof MethodInsnNode call) {
            once(new Reference(call.getOpcode(), call.owner, call.name, call.desc, call.itf, ""),
                    () -> references.method(in, member, call.getOpcode(), call.owner, call.name, call.desc, call.itf));
        } else if (instruction instanceof LdcInsnNode constant) {
            callSites.constant(in, member, constant.cst);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            callSites.callSite(in, member, dynamic);
        }
    }

    /** Does not look again at what is found sound: resolving costs more than an instruction that asks for it. */
    private void once(Reference reference, Runnable check) {
        if (!sound.contains(reference)) {
            int before = problems.found();
            check.run();
            if (problems.found() == before) {
                sound.add(reference);
            }
        }
    }
}
