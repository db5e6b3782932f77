package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.aot.world.Annotations;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.osgi.resource.Capability;

/** Rules that safe bundles keep and that no verifier of types knows: no native code, no monitors, no static state. */
final class SafeCodeRules {
    /** Methods that only serialization calls, and by reflection; those with a stream in their type are outside every profile anyway. */
    private static final Set<String> SERIALIZATION_HOOKS = Set.of(
            "readObject(Ljava/io/ObjectInputStream;)V", "writeObject(Ljava/io/ObjectOutputStream;)V", "readObjectNoData()V",
            "readResolve()Ljava/lang/Object;", "writeReplace()Ljava/lang/Object;",
            "$deserializeLambda$(Ljava/lang/invoke/SerializedLambda;)Ljava/lang/Object;");

    /** Which packages the framework binds itself in: those that a privileged bundle is wired to, or, while that is missing, all that say so. */
    enum Seams { WIRED, CLAIMED }

    private final Resolution resolution;
    private final Problems problems;
    private final Seams judged;
    private final Set<String> seams = new HashSet<>();

    SafeCodeRules(Resolution resolution, Seams judged, Problems problems) {
        this.resolution = resolution;
        this.judged = judged;
        this.problems = problems;
        resolution.bundles().stream().filter(resolution::isPrivileged).forEach(privileged ->
                resolution.packageWires().getOrDefault(privileged, Map.of()).forEach((name, exporter) -> {
                    if (isMarkedPrivileged(exporter, name)) {
                        seams.add(name);
                    }
                }));
    }

    void check(LinkedClass in) {
        if (resolution.isPrivileged(in.bundle())) {
            return;
        }
        annotations(in, "<class>", in.node().visibleAnnotations, in.node().invisibleAnnotations);
        Set<String> mutable = StaticObjects.mutable(in.node());
        for (FieldNode field : in.node().fields) {
            annotations(in, field.name, field.visibleAnnotations, field.invisibleAnnotations);
            staticState(in, field, mutable);
        }
        for (MethodNode method : in.node().methods) {
            annotations(in, method.name, method.visibleAnnotations, method.invisibleAnnotations);
            method(in, method);
        }
    }

    /** What the compiler is told by annotations is for privileged code to say: how a method is bound, inlined, laid out. */
    private void annotations(LinkedClass in, String member, List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        Stream.of(visible, invisible).filter(list -> list != null).flatMap(List::stream)
                .filter(annotation -> annotation.desc != null && annotation.desc.startsWith("L" + Annotations.PACKAGE))
                .forEach(annotation -> problems.refuseMember(Check.COMPILER_ANNOTATION, in, member,
                        "is annotated with " + org.objectweb.asm.Type.getType(annotation.desc).getClassName() + ", which steers the compiler",
                        "only privileged bundles do that; remove it"));
    }

    private void staticState(LinkedClass in, FieldNode field, Set<String> mutable) {
        if ((field.access & Opcodes.ACC_STATIC) == 0 || isSeam(in)) {
            return;
        }
        if ((field.access & Opcodes.ACC_FINAL) == 0) {
            problems.refuseMember(Check.STATIC_FIELD, in, field.name, "is mutable static state", "make it final, or a field of a component");
        } else if (mutable.contains(field.name)) {
            problems.refuseMember(Check.STATIC_OBJECT, in, field.name, "is mutable static state behind a final reference", "make it a field of a component");
        }
    }

    /**
     * The framework binds itself once at boot, in a static field of a package that is exported as privileged. The exporter's
     * word alone would excuse anyone, so a privileged bundle must be wired to that package.
     */
    private boolean isSeam(LinkedClass in) {
        String name = in.packageName().replace('/', '.');
        return (judged == Seams.CLAIMED || seams.contains(name)) && isMarkedPrivileged(in.bundle(), name);
    }

    private static boolean isMarkedPrivileged(Bundle bundle, String packageName) {
        for (Capability export : bundle.resource().getCapabilities("osgi.wiring.package")) {
            if (packageName.equals(export.getAttributes().get("osgi.wiring.package")) && "privileged".equals(export.getAttributes().get("ostd.tier"))) {
                return true;
            }
        }
        return false;
    }

    private void method(LinkedClass in, MethodNode method) {
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            problems.refuseMember(Check.NATIVE, in, method.name, "is native", "only privileged bundles bind to assembly; use OSTD's API");
        }
        boolean monitor = (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
        for (AbstractInsnNode instruction : method.instructions) {
            monitor |= instruction.getOpcode() == Opcodes.MONITORENTER || instruction.getOpcode() == Opcodes.MONITOREXIT;
        }
        if (monitor) {
            problems.refuseMember(Check.MONITOR, in, method.name, "is synchronized or holds a monitor", "use a lock of org.asterism.ostd.sync");
        }
        if (method.name.equals("finalize") && method.desc.equals("()V")) {
            problems.refuseMember(Check.FINALIZER, in, method.name, "is a finalizer", "close resources explicitly");
        }
        if (SERIALIZATION_HOOKS.contains(method.name + method.desc)) {
            problems.refuseMember(Check.SERIALIZATION, in, method.name, "is called by serialization only", "remove it; nothing in a kernel is serialised");
        }
    }
}
