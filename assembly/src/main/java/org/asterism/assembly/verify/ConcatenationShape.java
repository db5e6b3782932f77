package org.asterism.assembly.verify;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * What javac makes of {@code a + b}: a recipe in which one character stands for each argument, another for each constant.
 *
 * @see java.lang.invoke.StringConcatFactory
 */
final class ConcatenationShape {
    private static final char ARGUMENT = '\u0001';
    private static final char CONSTANT = '\u0002';

    private ConcatenationShape() {}

    /** What is wrong with a call site, or null. */
    static String fault(InvokeDynamicInsnNode call) {
        if (!call.desc.endsWith(")Ljava/lang/String;")) {
            return "the result is no String but a " + Type.getReturnType(call.desc).getClassName();
        }
        if (call.bsm.getName().equals("makeConcat")) {
            return call.bsmArgs.length == 0 ? null : "it takes no constants";
        }
        if (call.bsmArgs.length == 0 || !(call.bsmArgs[0] instanceof String recipe)) {
            return "it has no recipe";
        }
        long arguments = recipe.chars().filter(c -> c == ARGUMENT).count();
        long constants = recipe.chars().filter(c -> c == CONSTANT).count();
        if (arguments != Type.getArgumentTypes(call.desc).length || constants != call.bsmArgs.length - 1) {
            return "the recipe asks for " + arguments + " arguments and " + constants + " constants, and is given others";
        }
        for (Object constant : call.bsmArgs) {
            if (!(constant instanceof String || constant instanceof Number)) {
                return "a constant is neither a string nor a number";
            }
        }
        return null;
    }
}
