package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The parts of a call site that makes a lambda.
 *
 * @param name the method it implements
 * @param captured types of the values it captures
 * @param interfaces the functional interface, and markers
 * @param descriptors those under which the method is called: its own, and bridges to it
 * @param target what it calls
 * @param claimed the method's type after the interface's type parameters are filled in
 * @param serializable whether it was made for serialization
 */
record LambdaShape(String name, List<Type> captured, List<Type> interfaces, List<Type> descriptors, Handle target, Type claimed,
        boolean serializable) {
    private static final int SERIALIZABLE = 1;
    private static final int MARKERS = 1 << 1;
    private static final int BRIDGES = 1 << 2;
    private static final int FLAGS_AT = 3;

    /** The shape of a call site, or null if its arguments are not those of {@link java.lang.invoke.LambdaMetafactory}. */
    static LambdaShape of(InvokeDynamicInsnNode call) {
        Object[] arguments = call.bsmArgs;
        boolean shaped = arguments.length >= FLAGS_AT && isMethodType(arguments[0]) && arguments[1] instanceof Handle && isMethodType(arguments[2])
                && Type.getReturnType(call.desc).getSort() == Type.OBJECT;
        if (!shaped) {
            return null;
        }
        List<Type> interfaces = new ArrayList<>(List.of(Type.getReturnType(call.desc)));
        List<Type> descriptors = new ArrayList<>(List.of((Type) arguments[0]));
        int flags = 0;
        int next = FLAGS_AT;
        if (call.bsm.getName().equals("altMetafactory")) {
            if (arguments.length == FLAGS_AT || !(arguments[next++] instanceof Integer given)) {
                return null;
            }
            flags = given;
            if ((flags & MARKERS) != 0) {
                next = take(arguments, next, interfaces);
            }
            if (next >= 0 && (flags & BRIDGES) != 0) {
                next = take(arguments, next, descriptors);
            }
        }
        boolean complete = next == arguments.length && descriptors.stream().allMatch(LambdaShape::isMethodType)
                && interfaces.stream().noneMatch(LambdaShape::isMethodType) && (flags & ~(SERIALIZABLE | MARKERS | BRIDGES)) == 0;
        return !complete ? null : new LambdaShape(call.name, List.of(Type.getArgumentTypes(call.desc)), interfaces, descriptors,
                (Handle) arguments[1], (Type) arguments[2], (flags & SERIALIZABLE) != 0);
    }

    private static boolean isMethodType(Object argument) {
        return argument instanceof Type type && type.getSort() == Type.METHOD;
    }

    /** Reads a count and as many types; the place after them, negative if they are not there. */
    private static int take(Object[] arguments, int at, List<Type> into) {
        if (at >= arguments.length || !(arguments[at] instanceof Integer count) || count < 0 || count > arguments.length - at - 1) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            if (!(arguments[at + 1 + i] instanceof Type type)) {
                return -1;
            }
            into.add(type);
        }
        return at + 1 + count;
    }
}
