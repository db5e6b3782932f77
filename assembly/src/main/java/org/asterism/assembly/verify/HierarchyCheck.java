package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Checks what a class inherits: kinds, {@code final}, {@code sealed}, and the methods it overrides. */
final class HierarchyCheck {
    private static final String REBUILD = "compile the bundle against the bundles it is linked with";
    private static final String USE = "use it instead of extending it";

    private final ClassTable table;
    private final AccessRules access;
    private final ReferenceCheck references;
    private final Problems problems;

    HierarchyCheck(ClassTable table, AccessRules access, ReferenceCheck references, Problems problems) {
        this.table = table;
        this.access = access;
        this.references = references;
        this.problems = problems;
    }

    void check(LinkedClass in) {
        if (in.node().superName == null) {
            problems.refuse(Check.SUPERTYPE_KIND, in, "has no superclass", "rebuild the bundle");
            return;
        }
        LinkedClass superclass = references.classReference(in, "<class>", in.node().superName);
        if (superclass != null) {
            parent(in, superclass, false);
            overrides(in);
        }
        for (String name : in.node().interfaces) {
            LinkedClass parent = references.classReference(in, "<class>", name);
            if (parent != null) {
                parent(in, parent, true);
            }
        }
        if (!in.isInterface()) {
            Set<LinkedClass> line = new LinkedHashSet<>();
            for (LinkedClass step = in; step != null && line.add(step);) {
                step = table.superclass(step);
            }
            Set<LinkedClass> seen = new HashSet<>();
            line.forEach(step -> implementations(line, step, seen));
        }
    }

    private void parent(LinkedClass in, LinkedClass parent, boolean wantsInterface) {
        if (parent.isInterface() != wantsInterface) {
            problems.refuse(Check.SUPERTYPE_KIND, in, (wantsInterface ? "implements class " : "extends interface ") + parent, REBUILD);
        }
        if (parent.is(Opcodes.ACC_FINAL)) {
            problems.refuse(Check.FINAL_CLASS, in, "extends final class " + parent, USE);
        }
        if (in.isInterface() && !wantsInterface && !parent.name().equals("java/lang/Object")) {
            problems.refuse(Check.SUPERTYPE_KIND, in, "is an interface with superclass " + parent, REBUILD);
        }
        if (parent.node().permittedSubclasses != null
                && (!parent.node().permittedSubclasses.contains(in.name()) || parent.bundle() != in.bundle())) {
            problems.refuse(Check.SEALED_TYPE, in, "extends sealed type " + parent + ", which does not permit it", USE);
        }
    }

    /** No method may override a final one; what overrides what is decided by access (JVMS §5.4.5). */
    private void overrides(LinkedClass in) {
        for (MethodNode method : in.node().methods) {
            if ((method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0 || method.name.startsWith("<")) {
                continue;
            }
            for (LinkedClass step = table.superclass(in); step != null; step = table.superclass(step)) {
                MethodNode overridden = step.method(method.name, method.desc);
                if (overridden != null && (overridden.access & Opcodes.ACC_FINAL) != 0
                        && (overridden.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0
                        && access.broken(in, in, step, overridden.access) == null) {
                    problems.refuseMember(Check.FINAL_METHOD, in, method.name, "overrides final method " + step + "." + method.name, "name it otherwise");
                }
            }
        }
    }

    /**
     * A method that is not public cannot stand for an interface's, or whoever may declare an interface calls what another class keeps to its package. A JVM
     * finds out when it is called (JVMS §6.5.invokeinterface); in a kernel nobody looks then.
     */
    private void implementations(Set<LinkedClass> line, LinkedClass step, Set<LinkedClass> seen) {
        for (String name : step.node().interfaces) {
            LinkedClass parent = table.find(step, name);
            if (parent == null || !seen.add(parent)) {
                continue;
            }
            for (MethodNode declared : parent.node().methods) {
                if ((declared.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0) {
                    implementation(line, parent, declared);
                }
            }
            implementations(line, parent, seen);
        }
    }

    /** Looks among a class, the first, and its superclasses for what the call of an interface's method would run. */
    private void implementation(Set<LinkedClass> line, LinkedClass parent, MethodNode declared) {
        for (LinkedClass step : line) {
            MethodNode selected = step.method(declared.name, declared.desc);
            if (selected != null && (selected.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0) {
                if ((selected.access & Opcodes.ACC_PUBLIC) == 0) {
                    problems.refuseMember(Check.IMPLEMENTATION_ACCESS, line.iterator().next(), declared.name, "has " + ReferenceCheck.visibility(selected.access) + " method "
                            + step + "." + declared.name + " for that of interface " + parent, "declare it, public, in the class");
                }
                return;
            }
        }
    }
}
