package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds what a symbolic reference to a field or method means (JVMS §5.4.3.2 to §5.4.3.4), without checking access. */
final class MemberResolution {
    private static final int SIGNATURE_POLYMORPHIC = Opcodes.ACC_NATIVE | Opcodes.ACC_VARARGS;

    private final ClassTable table;

    MemberResolution(ClassTable table) {
        this.table = table;
    }

    /** A field and the class that declares it. */
    record Field(LinkedClass owner, FieldNode node) {
        boolean is(int flag) {
            return (node.access & flag) != 0;
        }
    }

    /** A method and the class that declares it. */
    record Method(LinkedClass owner, MethodNode node) {
        boolean is(int flag) {
            return (node.access & flag) != 0;
        }
    }

    /** Field resolution: the class itself, its superinterfaces, its superclass; null if there is none. */
    Field field(LinkedClass in, String name, String descriptor) {
        FieldNode declared = in.field(name, descriptor);
        if (declared != null) {
            return new Field(in, declared);
        }
        for (String parent : in.node().interfaces) {
            LinkedClass found = table.find(in, parent);
            Field inherited = found == null ? null : field(found, name, descriptor);
            if (inherited != null) {
                return inherited;
            }
        }
        LinkedClass superclass = table.superclass(in);
        return superclass == null ? null : field(superclass, name, descriptor);
    }

    /** Method resolution in a class: its superclasses first, then the most specific of its superinterfaces. */
    Method classMethod(LinkedClass in, String name, String descriptor) {
        for (LinkedClass step = in; step != null; step = table.superclass(step)) {
            MethodNode declared = declared(step, name, descriptor);
            if (declared != null) {
                return new Method(step, declared);
            }
        }
        return superinterfaceMethod(in, name, descriptor);
    }

    private static MethodNode declared(LinkedClass in, String name, String descriptor) {
        MethodNode exact = in.method(name, descriptor);
        boolean handle = in.name().equals("java/lang/invoke/MethodHandle") || in.name().equals("java/lang/invoke/VarHandle");
        if (exact != null || !handle) {
            return exact;
        }
        return in.node().methods.stream()
                .filter(method -> method.name.equals(name) && (method.access & SIGNATURE_POLYMORPHIC) == SIGNATURE_POLYMORPHIC)
                .findFirst()
                .orElse(null);
    }

    /** Method resolution in an interface: itself, the public instance methods of {@code Object}, its superinterfaces. */
    Method interfaceMethod(LinkedClass in, String name, String descriptor) {
        MethodNode declared = in.method(name, descriptor);
        if (declared != null) {
            return new Method(in, declared);
        }
        LinkedClass object = table.find(in, "java/lang/Object");
        MethodNode ofObject = object.method(name, descriptor);
        if (ofObject != null && (ofObject.access & Opcodes.ACC_PUBLIC) != 0 && (ofObject.access & Opcodes.ACC_STATIC) == 0) {
            return new Method(object, ofObject);
        }
        return superinterfaceMethod(in, name, descriptor);
    }

    private Method superinterfaceMethod(LinkedClass in, String name, String descriptor) {
        List<Method> candidates = new ArrayList<>();
        collect(in, name, descriptor, candidates);
        List<Method> specific = candidates.stream()
                .filter(candidate -> !candidate.is(Opcodes.ACC_ABSTRACT))
                .filter(candidate -> candidates.stream()
                        .noneMatch(other -> other.owner() != candidate.owner() && table.isSubtype(other.owner(), candidate.owner())))
                .toList();
        if (specific.size() == 1) {
            return specific.get(0);
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }

    private void collect(LinkedClass in, String name, String descriptor, List<Method> candidates) {
        for (LinkedClass step = in; step != null; step = table.superclass(step)) {
            for (String parent : step.node().interfaces) {
                LinkedClass found = table.find(step, parent);
                if (found == null) {
                    continue;
                }
                MethodNode declared = found.method(name, descriptor);
                if (declared != null && (declared.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0
                        && candidates.stream().noneMatch(known -> known.owner() == found)) {
                    candidates.add(new Method(found, declared));
                }
                collect(found, name, descriptor, candidates);
            }
        }
    }
}
