package org.asterism.aot.emit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Decides which methods are copied into the units of their callers, so that the C compiler can inline them there: small ones
 * without handlers, and those that ask for it.
 */
public final class Inlining {
    private static final String ALWAYS = Annotations.PACKAGE + "AlwaysInline";
    private static final String NEVER = Annotations.PACKAGE + "NeverInline";
    private static final String STACK_FRAMES = Annotations.PACKAGE + "StackFrames";
    /** In front of what others of its unit inline. */
    static final String INLINE = "extern inline ";
    /** In front of the body that a loop repeats for the shape of an object. */
    static final String UNFOLDED = "static __attribute__((always_inline)) inline ";
    private static final int MOST_INSTRUCTIONS = 14;
    private static final int MOST_INSTRUCTIONS_OF_RECURSION = 24;

    private final Closure closure;
    private final Set<JavaMethod> recursive;
    private final LoopShapes loopShapes;
    private final boolean copiesSmall;
    private final Map<JavaMethod, Boolean> copied = new ConcurrentHashMap<>();

    /** Decisions for the methods of a closure. */
    public Inlining(Closure closure, Set<JavaMethod> recursive, LoopShapes loopShapes, Optimizations optimizations) {
        this.closure = closure;
        this.recursive = recursive;
        this.loopShapes = loopShapes;
        this.copiesSmall = optimizations.include(Optimization.INLINING);
    }

    /** Whether callers in other units get a copy. */
    boolean isCopied(JavaMethod method) {
        return copied.computeIfAbsent(method, key -> closure.flow(method) != null && !isKept(method)
                && !recursive.contains(method) && !method.isClassInitializer() && !method.is(Opcodes.ACC_SYNCHRONIZED)
                && (method.annotation(ALWAYS) != null || copiesSmall && isSmall(method)));
    }

    /** What stands in front of the definition of a method: small ones are inlined by others of their unit, or into themselves. */
    String attribute(JavaMethod method) {
        if (isKept(method)) {
            return "__attribute__((noinline)) ";
        }
        boolean inlined = copiesSmall && !method.isClassInitializer()
                && ((isSmall(method) || method.annotation(ALWAYS) != null) && !recursive.contains(method) || isSmallRecursion(method));
        return inlined ? INLINE : "";
    }

    /** Whether a method that calls itself is worth unfolding a few times. */
    private boolean isSmallRecursion(JavaMethod method) {
        return recursive.contains(method) && hasAtMost(MOST_INSTRUCTIONS_OF_RECURSION, method) && callsItself(method);
    }

    private static boolean callsItself(JavaMethod method) {
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction instanceof MethodInsnNode call && call.owner.equals(method.owner().name())
                    && (call.name + call.desc).equals(method.signature())) {
                return true;
            }
        }
        return false;
    }

    /** What stands in front of the definition of a copy. */
    static String copyAttribute(JavaMethod method) {
        return method.annotation(ALWAYS) != null ? UNFOLDED : "static inline ";
    }

    /** Whether the frame or return address of a method is observed, or it says so itself. */
    static boolean isKept(JavaMethod method) {
        if (method.annotation(NEVER) != null) {
            return true;
        }
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction instanceof MethodInsnNode call && call.owner.equals(STACK_FRAMES)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSmall(JavaMethod method) {
        return hasAtMost(MOST_INSTRUCTIONS, method);
    }

    private boolean hasAtMost(int most, JavaMethod method) {
        return method.node().tryCatchBlocks.isEmpty() && loopShapes.of(method) == null && closure.flow(method).reachedInstructions() <= most;
    }
}
