package org.asterism.aot.effect;

import java.util.EnumSet;
import java.util.Set;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;

/** The statements that a method can make about everything reachable from it. */
enum Statement {
    /** No objects. */
    NO_ALLOCATION("NoAllocation", EnumSet.of(Effect.ALLOCATION), false),
    /** No waiting. */
    NO_BLOCKING("NoBlocking", EnumSet.of(Effect.WAITING), false),
    /** Neither, and no lock. */
    INTERRUPT_SAFE("InterruptSafe", EnumSet.allOf(Effect.class), false),
    /** No objects, except behind a declared slow path. */
    FAST_PATH("FastPath", EnumSet.of(Effect.ALLOCATION), true);

    /** The package of the annotations, with slashes. */
    static final String PACKAGE = "org/asterism/ostd/effect/";

    private final String annotation;
    private final Set<Effect> forbidden;
    private final boolean slowPathsAllowed;

    Statement(String annotation, Set<Effect> forbidden, boolean slowPathsAllowed) {
        this.annotation = annotation;
        this.forbidden = forbidden;
        this.slowPathsAllowed = slowPathsAllowed;
    }

    /** The statement of an annotation's simple name, or null. */
    static Statement named(String annotation) {
        for (Statement statement : values()) {
            if (statement.annotation.equals(annotation)) {
                return statement;
            }
        }
        return null;
    }

    /** What it forbids. */
    Set<Effect> forbidden() {
        return forbidden;
    }

    /** Whether a method that declares itself slow may do it nevertheless. */
    boolean slowPathsAllowed() {
        return slowPathsAllowed;
    }

    /** Whether a method makes the statement, itself or through a method that it overrides. */
    boolean isMadeBy(JavaMethod method) {
        return inherited(method, PACKAGE + annotation) != null;
    }

    /** Whether what a method states about itself includes this. */
    boolean followsFromThoseOf(JavaMethod method) {
        for (Statement other : values()) {
            boolean includes = other.forbidden.containsAll(forbidden) && (slowPathsAllowed || !other.slowPathsAllowed);
            if (includes && other.isMadeBy(method)) {
                return true;
            }
        }
        return false;
    }

    /** The annotation of a method or of one that it overrides, or null. */
    static AnnotationNode inherited(JavaMethod method, String annotation) {
        AnnotationNode own = method.annotation(annotation);
        if (own != null || method.isStatic() || method.isConstructor() || method.is(Opcodes.ACC_PRIVATE)) {
            return own;
        }
        for (JavaClass supertype : method.owner().supertypes()) {
            JavaMethod overridden = supertype.method(method.name(), method.descriptor());
            if (overridden != null && !overridden.is(Opcodes.ACC_PRIVATE) && overridden.annotation(annotation) != null) {
                return overridden.annotation(annotation);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "@" + annotation;
    }
}
