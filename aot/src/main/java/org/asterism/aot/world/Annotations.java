package org.asterism.aot.world;

import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;

/** Reads annotations of class files. */
public final class Annotations {
    /** The package of the annotations that steer the compiler. */
    public static final String PACKAGE = "org/asterism/ostd/unsafe/";

    private Annotations() {
    }

    /** The annotation of an internal class name in either list (each may be null), or null. */
    static AnnotationNode find(List<AnnotationNode> first, List<AnnotationNode> second, String internalName) {
        String descriptor = "L" + internalName + ";";
        AnnotationNode found = find(first, descriptor);
        return found != null ? found : find(second, descriptor);
    }

    private static AnnotationNode find(List<AnnotationNode> annotations, String descriptor) {
        if (annotations == null) {
            return null;
        }
        return annotations.stream().filter(annotation -> annotation.desc.equals(descriptor)).findFirst().orElse(null);
    }

    /** The value of an element, or null if it is left at its default. */
    public static Object value(AnnotationNode annotation, String element) {
        if (annotation.values != null) {
            for (int i = 0; i < annotation.values.size(); i += 2) {
                if (annotation.values.get(i).equals(element)) {
                    return annotation.values.get(i + 1);
                }
            }
        }
        return null;
    }
}
