package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** How deep annotations lie in each other. HotSpot walks those it reads by native recursion, without a limit: it would crash. */
final class AnnotationDepth {
    /** javac gives up long before. */
    static final int MOST = 100;

    private AnnotationDepth() {}

    /** Whether any annotation of a class, a field or a method lies too deep. */
    static boolean isTooDeep(ClassNode node) {
        List<Object> roots = new ArrayList<>();
        add(roots, node.visibleAnnotations, node.invisibleAnnotations);
        for (FieldNode field : node.fields) {
            add(roots, field.visibleAnnotations, field.invisibleAnnotations);
        }
        for (MethodNode method : node.methods) {
            add(roots, method.visibleAnnotations, method.invisibleAnnotations);
        }
        return isTooDeep(roots, 0);
    }

    private static void add(List<Object> roots, List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        roots.addAll(visible == null ? List.of() : visible);
        roots.addAll(invisible == null ? List.of() : invisible);
    }

    private static boolean isTooDeep(List<?> values, int depth) {
        if (depth > MOST) {
            return true;
        }
        for (Object value : values) {
            List<?> inner = value instanceof AnnotationNode annotation ? annotation.values : value instanceof List<?> list ? list : null;
            if (inner != null && isTooDeep(inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
