package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Checks that a lambda's parts fit together: no verifier looks inside {@code invokedynamic}, a JVM checks it when the
 * call site links, and in a kernel it is lowered before anything runs.
 *
 * @see java.lang.invoke.LambdaMetafactory
 */
final class LambdaCheck {
    private static final String REBUILD = "recompile the bundle with an unmodified compiler";
    private static final int BRIDGES = 1 << 2;
    private static final int MARKERS = 1 << 1;
    private static final int FLAGS_AT = 3;

    /** Wrapper class of each primitive sort, and its place in the order of widening. */
    private static final Map<Integer, String> WRAPPERS = Map.of(
            Type.BOOLEAN, "java/lang/Boolean", Type.CHAR, "java/lang/Character", Type.BYTE, "java/lang/Byte",
            Type.SHORT, "java/lang/Short", Type.INT, "java/lang/Integer", Type.LONG, "java/lang/Long",
            Type.FLOAT, "java/lang/Float", Type.DOUBLE, "java/lang/Double");

    private static final List<Integer> WIDENING = List.of(Type.BYTE, Type.SHORT, Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE);

    private final ClassTable table;
    private final Problems problems;

    LambdaCheck(ClassTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    void check(LinkedClass in, String member, InvokeDynamicInsnNode call) {
        String fault = fault(in, call);
        if (fault != null) {
            problems.add(in, member, "holds an ill-typed lambda: " + fault, REBUILD);
        }
    }

    private String fault(LinkedClass in, InvokeDynamicInsnNode call) {
        boolean shaped = call.bsmArgs.length >= FLAGS_AT && call.bsmArgs[0] instanceof Type && call.bsmArgs[1] instanceof Handle
                && call.bsmArgs[2] instanceof Type;
        if (!shaped || Type.getReturnType(call.desc).getSort() != Type.OBJECT) {
            return "its bootstrap arguments have the wrong kinds";
        }
        LinkedClass functional = table.find(in, Type.getReturnType(call.desc).getInternalName());
        if (functional == null || !functional.isInterface()) {
            return Type.getReturnType(call.desc).getClassName() + " is not an interface";
        }
        Handle target = (Handle) call.bsmArgs[1];
        if (target.getTag() < Opcodes.H_INVOKEVIRTUAL) {
            return "it calls a field";
        }
        Type claimed = (Type) call.bsmArgs[2];
        List<Type> given = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
        given.addAll(List.of(claimed.getArgumentTypes()));
        List<Type> expected = expected(in, target);
        if (given.size() != expected.size()) {
            return "it passes " + given.size() + " values to " + expected.size() + " parameters";
        }
        for (int i = 0; i < given.size(); i++) {
            if (!isAdaptable(in, given.get(i), expected.get(i))) {
                return "it passes a " + given.get(i).getClassName() + " for a " + expected.get(i).getClassName();
            }
        }
        return returns(in, call, target);
    }

    private String returns(LinkedClass in, InvokeDynamicInsnNode call, Handle target) {
        Type produced = target.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(target.getOwner())
                : Type.getReturnType(target.getDesc());
        for (Type shape : shapes(call)) {
            Type wanted = shape.getReturnType();
            if (wanted != Type.VOID_TYPE && (produced == Type.VOID_TYPE || !isAdaptable(in, produced, wanted))) {
                return "it returns a " + produced.getClassName() + " for a " + wanted.getClassName();
            }
            if (shape.getArgumentTypes().length != ((Type) call.bsmArgs[2]).getArgumentTypes().length) {
                return "its descriptors have different numbers of parameters";
            }
        }
        return null;
    }

    /** The descriptors under which the interface's method is called: its own, and bridges to it. */
    private static List<Type> shapes(InvokeDynamicInsnNode call) {
        List<Type> shapes = new ArrayList<>(List.of((Type) call.bsmArgs[0]));
        if (call.bsm.getName().equals("altMetafactory") && call.bsmArgs.length > FLAGS_AT && call.bsmArgs[FLAGS_AT] instanceof Integer flags) {
            int next = FLAGS_AT + 1;
            if ((flags & MARKERS) != 0) {
                next += 1 + (Integer) call.bsmArgs[next];
            }
            if ((flags & BRIDGES) != 0) {
                int last = next + (Integer) call.bsmArgs[next];
                while (next < last) {
                    shapes.add((Type) call.bsmArgs[++next]);
                }
            }
        }
        return shapes;
    }

    private static List<Type> expected(LinkedClass in, Handle target) {
        List<Type> expected = new ArrayList<>();
        if (target.getTag() == Opcodes.H_INVOKESPECIAL) {
            // the receiver of a special call is an instance of the calling class (JVMS 5.4.3.5)
            expected.add(Type.getObjectType(in.name()));
        } else if (target.getTag() != Opcodes.H_INVOKESTATIC && target.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            expected.add(Type.getObjectType(target.getOwner()));
        }
        expected.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        return expected;
    }

    private boolean isAdaptable(LinkedClass in, Type from, Type to) {
        boolean fromPrimitive = from.getSort() < Type.ARRAY;
        boolean toPrimitive = to.getSort() < Type.ARRAY;
        if (fromPrimitive && toPrimitive) {
            return widens(from.getSort(), to.getSort());
        }
        if (fromPrimitive) {
            return isAssignable(in, Type.getObjectType(WRAPPERS.get(from.getSort())), to);
        }
        if (toPrimitive) {
            return unboxes(in, from, to);
        }
        return isAssignable(in, from, to);
    }

    private static boolean widens(int from, int to) {
        int start = WIDENING.indexOf(from == Type.CHAR ? Type.INT : from);
        return from == to || start >= 0 && to != Type.CHAR && WIDENING.indexOf(to) >= start;
    }

    private boolean unboxes(LinkedClass in, Type from, Type to) {
        for (Map.Entry<Integer, String> wrapper : WRAPPERS.entrySet()) {
            if (from.getInternalName().equals(wrapper.getValue())) {
                return widens(wrapper.getKey(), to.getSort());
            }
        }
        return isAssignable(in, Type.getObjectType(WRAPPERS.get(to.getSort())), from);
    }

    private boolean isAssignable(LinkedClass in, Type from, Type to) {
        if (from.equals(to) || to.getInternalName().equals("java/lang/Object")) {
            return true;
        }
        if (from.getSort() == Type.ARRAY) {
            return to.getSort() == Type.ARRAY
                    ? componentsAssignable(in, component(from), component(to))
                    : List.of("java/lang/Cloneable", "java/io/Serializable").contains(to.getInternalName());
        }
        if (to.getSort() == Type.ARRAY) {
            return false;
        }
        LinkedClass sub = table.find(in, from.getInternalName());
        LinkedClass parent = table.find(in, to.getInternalName());
        return sub != null && parent != null && table.isSubtype(sub, parent);
    }

    private boolean componentsAssignable(LinkedClass in, Type from, Type to) {
        boolean references = from.getSort() >= Type.ARRAY && to.getSort() >= Type.ARRAY;
        return references ? isAssignable(in, from, to) : from.equals(to);
    }

    private static Type component(Type array) {
        return Type.getType(array.getDescriptor().substring(1));
    }
}
