package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.Set;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Checks what a class inherits: kinds, {@code final}, {@code sealed}, and the methods it overrides. */
final class HierarchyCheck {
    private static final String REBUILD = "compile the bundle against the bundles it is linked with";

    private final ClassTable table;
    private final AccessRules access;
    private final ReferenceCheck references;
    private final Problems problems;

    HierarchyCheck(ClassTable table, Resolution resolution, Problems problems) {
        this.table = table;
        this.access = new AccessRules(table, resolution);
        this.references = new ReferenceCheck(table, resolution, problems);
        this.problems = problems;
    }

    void check(LinkedClass in) {
        if (in.node().superName == null) {
            problems.add(in, "has no superclass", "rebuild the bundle");
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
    }

    /** Reports a class that inherits from itself; everything else here and in resolution relies on there being none. */
    void checkCircularity(LinkedClass in) {
        if (isCircular(in, new HashSet<>())) {
            problems.add(in, "inherits from itself", REBUILD);
        }
    }

    private void parent(LinkedClass in, LinkedClass parent, boolean wantsInterface) {
        if (parent.isInterface() != wantsInterface) {
            problems.add(in, (wantsInterface ? "implements class " : "extends interface ") + parent, REBUILD);
        }
        if (parent.is(Opcodes.ACC_FINAL)) {
            problems.add(in, "extends final class " + parent, "use it instead of extending it");
        }
        if (in.isInterface() && !wantsInterface && !parent.name().equals("java/lang/Object")) {
            problems.add(in, "is an interface with superclass " + parent, REBUILD);
        }
        if (parent.node().permittedSubclasses != null
                && (!parent.node().permittedSubclasses.contains(in.name()) || parent.bundle() != in.bundle())) {
            problems.add(in, "extends sealed type " + parent + ", which does not permit it", "use it instead of extending it");
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
                        && access.canAccess(in, in, step, overridden.access)) {
                    problems.add(in, method.name, "overrides final method " + step + "." + method.name, "name it otherwise");
                }
            }
        }
    }

    private boolean isCircular(LinkedClass start, Set<LinkedClass> path) {
        if (!path.add(start)) {
            return true;
        }
        LinkedClass superclass = table.superclass(start);
        boolean circular = superclass != null && isCircular(superclass, path);
        for (String name : start.node().interfaces) {
            LinkedClass parent = table.find(start, name);
            circular = circular || parent != null && isCircular(parent, path);
        }
        path.remove(start);
        return circular;
    }
}
