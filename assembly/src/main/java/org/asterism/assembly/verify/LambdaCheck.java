package org.asterism.assembly.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Checks that a lambda's parts fit together: no verifier looks inside {@code invokedynamic}, a JVM checks it when the
 * call site links, and in a kernel it is lowered before anything runs.
 *
 * @see java.lang.invoke.LambdaMetafactory
 */
final class LambdaCheck {
    private static final String REBUILD = "recompile the bundle with an unmodified compiler";
    /** Wrapper class of each primitive sort, and its place in the order of widening. */
    private static final Map<Integer, String> WRAPPERS = Map.of(
            Type.BOOLEAN, "java/lang/Boolean", Type.CHAR, "java/lang/Character", Type.BYTE, "java/lang/Byte",
            Type.SHORT, "java/lang/Short", Type.INT, "java/lang/Integer", Type.LONG, "java/lang/Long",
            Type.FLOAT, "java/lang/Float", Type.DOUBLE, "java/lang/Double");

    private static final List<Integer> WIDENING = List.of(Type.BYTE, Type.SHORT, Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE);

    private final ClassTable table;
    private final AccessRules access;
    private final MemberResolution members;
    private final Problems problems;

    LambdaCheck(ClassTable table, AccessRules access, Problems problems) {
        this.table = table;
        this.access = access;
        this.members = new MemberResolution(table);
        this.problems = problems;
    }

    void check(LinkedClass in, String member, InvokeDynamicInsnNode call) {
        LambdaShape shape = LambdaShape.of(call);
        String fault = shape == null ? "its bootstrap arguments have the wrong kinds" : fault(in, shape);
        if (fault != null) {
            problems.refuseMember(Check.LAMBDA, in, member, "holds an ill-typed lambda: " + fault, REBUILD);
        }
        if (shape != null && shape.serializable()) {
            problems.refuseMember(Check.SERIALIZATION, in, member, "makes a lambda that can be serialised", "take Serializable out of its type");
        }
    }

    private String fault(LinkedClass in, LambdaShape shape) {
        for (Type type : shape.interfaces()) {
            LinkedClass named = type.getSort() == Type.OBJECT ? table.find(in, type.getInternalName()) : null;
            if (named == null || !named.isInterface()) {
                return type.getClassName() + " is not an interface";
            }
            if (named.node().permittedSubclasses != null) {
                return named + " is sealed, and a lambda is none of the types that it permits";
            }
        }
        LinkedClass functional = table.find(in, shape.interfaces().get(0).getInternalName());
        Type implemented = shape.descriptors().get(0);
        MemberResolution.Method method = members.interfaceMethod(functional, shape.name(), implemented.getDescriptor());
        if (method == null || !method.is(Opcodes.ACC_ABSTRACT) || ofObject(in, shape.name(), implemented) != null) {
            return functional + " has no abstract method " + shape.name() + implemented.getDescriptor();
        }
        Type[] claimed = shape.claimed().getArgumentTypes();
        for (Type descriptor : shape.descriptors()) {
            MethodNode overridden = ofObject(in, shape.name(), descriptor);
            if (overridden != null && (overridden.access & Opcodes.ACC_FINAL) != 0) {
                return "it overrides final method java.lang.Object." + shape.name();
            }
            Type[] declared = descriptor.getArgumentTypes();
            if (declared.length != claimed.length) {
                return "its descriptors have different numbers of parameters";
            }
            for (int i = 0; i < declared.length; i++) {
                boolean narrows = isReference(declared[i]) && isReference(claimed[i]) && isAssignable(in, claimed[i], declared[i]);
                if (!narrows && !declared[i].equals(claimed[i])) {
                    return "it takes a " + declared[i].getClassName() + " for a " + claimed[i].getClassName();
                }
            }
        }
        return target(in, shape);
    }

    /** The method of {@code Object} that a descriptor of the lambda's name would override, or null. */
    private MethodNode ofObject(LinkedClass in, String name, Type descriptor) {
        return table.find(in, "java/lang/Object").method(name, descriptor.getDescriptor());
    }

    private String target(LinkedClass in, LambdaShape shape) {
        Handle target = shape.target();
        if (target.getTag() < Opcodes.H_INVOKEVIRTUAL) {
            return "it calls a field";
        }
        List<Type> given = new ArrayList<>(shape.captured());
        given.addAll(List.of(shape.claimed().getArgumentTypes()));
        List<Type> expected = expected(in, target);
        if (given.size() != expected.size()) {
            return "it passes " + given.size() + " values to " + expected.size() + " parameters";
        }
        for (int i = 0; i < given.size(); i++) {
            if (!isAdaptable(in, given.get(i), expected.get(i))) {
                return "it passes a " + given.get(i).getClassName() + " for a " + expected.get(i).getClassName();
            }
        }
        Type produced = target.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(target.getOwner())
                : Type.getReturnType(target.getDesc());
        for (Type descriptor : shape.descriptors()) {
            Type wanted = descriptor.getReturnType();
            if (wanted != Type.VOID_TYPE && (produced == Type.VOID_TYPE || !isAdaptable(in, produced, wanted))) {
                return "it returns a " + produced.getClassName() + " for a " + wanted.getClassName();
            }
        }
        return null;
    }

    private List<Type> expected(LinkedClass in, Handle target) {
        List<Type> expected = new ArrayList<>();
        if (target.getTag() == Opcodes.H_INVOKESPECIAL || isOwnInstancesOnly(in, target)) {
            // such a receiver is an instance of the calling class (JVMS 5.4.3.5, 4.10.1.8)
            expected.add(Type.getObjectType(in.name()));
        } else if (target.getTag() != Opcodes.H_INVOKESTATIC && target.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            expected.add(Type.getObjectType(target.getOwner()));
        }
        expected.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        return expected;
    }

    private boolean isOwnInstancesOnly(LinkedClass in, Handle target) {
        if (target.getTag() != Opcodes.H_INVOKEVIRTUAL || target.getOwner().startsWith("[")) {
            return false;
        }
        LinkedClass named = table.find(in, target.getOwner());
        MemberResolution.Method method = named == null ? null : members.classMethod(named, target.getName(), target.getDesc());
        return method != null && access.isOwnInstancesOnly(in, method.owner(), method.node().access);
    }

    private static boolean isReference(Type type) {
        return type.getSort() >= Type.ARRAY;
    }

    private boolean isAdaptable(LinkedClass in, Type from, Type to) {
        if (isReference(from)) {
            return isReference(to) ? isAssignable(in, from, to) : unboxes(in, from, to);
        }
        return isReference(to)
                ? isAssignable(in, Type.getObjectType(WRAPPERS.get(from.getSort())), to)
                : widens(from.getSort(), to.getSort());
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
        return isReference(from) && isReference(to) ? isAssignable(in, from, to) : from.equals(to);
    }

    private static Type component(Type array) {
        return Type.getType(array.getDescriptor().substring(1));
    }
}
