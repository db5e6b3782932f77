package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * How deep annotations lie in each other. HotSpot walks those it reads by native recursion, without a limit: it would crash. Whoever
 * reads class files after this check does so by recursion too, on stacks of other sizes.
 */
final class AnnotationDepth {
    /** javac gives up long before. */
    static final int MOST = 100;

    private AnnotationDepth() {}

    /** Whether any annotation in a class file lies too deep. */
    static boolean isTooDeep(ClassNode node) {
        List<Object> roots = new ArrayList<>();
        add(roots, node.visibleAnnotations, node.invisibleAnnotations, node.visibleTypeAnnotations, node.invisibleTypeAnnotations);
        for (RecordComponentNode each : node.recordComponents == null ? List.<RecordComponentNode>of() : node.recordComponents) {
            add(roots, each.visibleAnnotations, each.invisibleAnnotations, each.visibleTypeAnnotations, each.invisibleTypeAnnotations);
        }
        for (FieldNode field : node.fields) {
            add(roots, field.visibleAnnotations, field.invisibleAnnotations, field.visibleTypeAnnotations, field.invisibleTypeAnnotations);
        }
        for (MethodNode method : node.methods) {
            add(roots, method.visibleAnnotations, method.invisibleAnnotations, method.visibleTypeAnnotations, method.invisibleTypeAnnotations,
                    method.visibleLocalVariableAnnotations, method.invisibleLocalVariableAnnotations);
            add(roots, method.visibleParameterAnnotations);
            add(roots, method.invisibleParameterAnnotations);
            roots.add(method.annotationDefault);
            method.instructions.forEach(each -> add(roots, each.visibleTypeAnnotations, each.invisibleTypeAnnotations));
            method.tryCatchBlocks.forEach(each -> add(roots, each.visibleTypeAnnotations, each.invisibleTypeAnnotations));
        }
        return isTooDeep(roots, 0);
    }

    private static void add(List<Object> roots, List<?>... annotations) {
        for (List<?> list : annotations == null ? new List<?>[0] : annotations) {
            if (list != null) {
                roots.addAll(list);
            }
        }
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
