package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.Set;
import org.asterism.assembly.bundle.Bundle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.osgi.resource.Capability;

/** Rules that safe bundles keep and that no verifier of types knows: no native code, no monitors, no static state. */
final class SafeCodeRules {
    private static final String ATOMICS = "Ljava/util/concurrent/atomic/";

    private final Problems problems;

    SafeCodeRules(Problems problems) {
        this.problems = problems;
    }

    void check(LinkedClass in) {
        for (FieldNode field : in.node().fields) {
            staticState(in, field);
        }
        for (MethodNode method : in.node().methods) {
            method(in, method);
        }
    }

    private void staticState(LinkedClass in, FieldNode field) {
        if ((field.access & Opcodes.ACC_STATIC) == 0 || isSeam(in)) {
            return;
        }
        if ((field.access & Opcodes.ACC_FINAL) == 0) {
            problems.add(in, field.name, "is mutable static state", "make it final, or a field of a component");
        } else if (field.desc.startsWith(ATOMICS)) {
            problems.add(in, field.name, "is mutable static state behind a final reference", "make it a field of a component");
        }
    }

    /** The seam that the framework binds itself to once at boot lies in packages that are exported as privileged. */
    private static boolean isSeam(LinkedClass in) {
        return privilegedPackages(in.bundle()).contains(in.packageName().replace('/', '.'));
    }

    private static Set<String> privilegedPackages(Bundle bundle) {
        Set<String> packages = new HashSet<>();
        for (Capability export : bundle.resource().getCapabilities("osgi.wiring.package")) {
            if ("privileged".equals(export.getAttributes().get("ostd.tier"))) {
                packages.add(String.valueOf(export.getAttributes().get("osgi.wiring.package")));
            }
        }
        return packages;
    }

    private void method(LinkedClass in, MethodNode method) {
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            problems.add(in, method.name, "is native", "only privileged bundles bind to assembly; use OSTD's API");
        }
        boolean monitor = (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
        for (AbstractInsnNode instruction : method.instructions) {
            monitor |= instruction.getOpcode() == Opcodes.MONITORENTER;
        }
        if (monitor) {
            problems.add(in, method.name, "is synchronized or holds a monitor", "use a lock of org.asterism.ostd.sync");
        }
        if (method.name.equals("finalize") && method.desc.equals("()V")) {
            problems.add(in, method.name, "is a finalizer", "close resources explicitly");
        }
    }
}
