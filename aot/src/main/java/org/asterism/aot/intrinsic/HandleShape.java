package org.asterism.aot.intrinsic;

import org.asterism.aot.flow.Frame;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Whether a call of a {@code VarHandle} passes what its variable takes. A JVM adapts or refuses such calls when they run; here they are
 * refused before, for an access is compiled to an instruction that trusts its operands.
 */
final class HandleShape {
    private static final String VOID = "java/lang/Void";

    private final World world;
    private final JavaMethod caller;
    private final MethodInsnNode call;
    private final HandleTarget target;
    private final Frame frame;

    private HandleShape(World world, JavaMethod caller, MethodInsnNode call, HandleTarget target, Frame frame) {
        this.world = world;
        this.caller = caller;
        this.call = call;
        this.target = target;
        this.frame = frame;
    }

    /**
     * Checks coordinates, values and result by the descriptor of the call, which the verifier holds against the operands, and by what is
     * known of the operands themselves.
     *
     * @throws UnresolvedReferenceException if an access with these operands is not compiled
     */
    static void check(World world, JavaMethod caller, MethodInsnNode call, HandleTarget target, Frame frame) {
        new HandleShape(world, caller, call, target, frame).check();
    }

    private void check() {
        Type[] passed = Type.getArgumentTypes(call.desc);
        int coordinates = target.kind().coordinates();
        if (passed.length < coordinates) {
            throw refusal("takes " + coordinates + " coordinate(s)");
        }
        if (coordinates > 0) {
            checkObject(passed[0]);
        }
        if (coordinates > 1 && !widens(passed[1], Type.INT_TYPE)) {
            throw refusal("takes an int as index, not " + passed[1].getClassName());
        }
        for (int i = coordinates; i < passed.length; i++) {
            if (!fits(passed[i], frame.top(passed.length - 1 - i).type())) {
                throw refusal("holds " + target.type().getClassName() + ", not " + passed[i].getClassName());
            }
        }
        checkResult(Type.getReturnType(call.desc));
        checkInstruction();
    }

    private void checkObject(Type passed) {
        boolean right = switch (target.kind()) {
            case INSTANCE_FIELD -> isReference(passed) && load(passed).isSubtypeOf(target.field().owner());
            case ARRAY_ELEMENT -> passed.getSort() == Type.ARRAY && (isReference(target.type())
                    ? passed.getDescriptor().matches("\\[+[L\\[].*") : passed.getDescriptor().equals("[" + target.type().getDescriptor()));
            default -> passed.getDescriptor().equals("[B");
        };
        if (!right) {
            throw refusal("is not one of " + passed.getClassName() + "; cast the object it is used on");
        }
    }

    private boolean fits(Type passed, JavaClass known) {
        if (!isReference(target.type())) {
            return widens(passed, target.type());
        }
        if (!isReference(passed)) {
            return false;
        }
        JavaClass wanted = target.kind() == HandleTarget.Kind.ARRAY_ELEMENT ? null
                : world.load(target.field().owner().bundle(), target.type().getInternalName());
        // elements are checked against their array when they are stored, interfaces when they are called
        return wanted == null || wanted.isInterface() || passed.getInternalName().equals(VOID)
                || load(passed).isSubtypeOf(wanted) || known != null && known.isSubtypeOf(wanted);
    }

    private void checkResult(Type result) {
        boolean right = call.name.startsWith("compareAndSet") || call.name.startsWith("weakCompareAndSet") ? result == Type.BOOLEAN_TYPE
                : result == Type.VOID_TYPE || isDropped() || (isReference(target.type()) ? isReference(result) : widens(target.type(), result));
        if (!right) {
            throw refusal("gives " + target.type().getClassName() + ", not " + result.getClassName());
        }
    }

    /** Whether the result is popped at once: the statement-like body of a lambda names an {@code Object} that nobody looks at (JLS §15.12.3). */
    private boolean isDropped() {
        AbstractInsnNode next = call.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next != null && next.getOpcode() == Opcodes.POP;
    }

    /** Updates that a machine has no instruction for are not compiled. */
    private void checkInstruction() {
        boolean adds = call.name.startsWith("getAndAdd");
        boolean floating = target.type().getSort() == Type.FLOAT || target.type().getSort() == Type.DOUBLE;
        if (floating && (adds || call.name.startsWith("getAndBitwise")) || adds && target.bigEndian()) {
            throw new UnresolvedReferenceException("VarHandle." + call.name + " in " + caller + ": no instruction updates a "
                    + (target.bigEndian() ? "big-endian " : "") + target.type().getClassName() + "; use compareAndSet in a loop");
        }
    }

    /** Whether a primitive is stored in another without a change of representation (JLS §5.1.2, integers only). */
    private static boolean widens(Type from, Type to) {
        boolean same = from.getSort() == to.getSort();
        boolean small = from.getSort() == Type.BYTE || from.getSort() == Type.SHORT || from.getSort() == Type.CHAR;
        return !isReference(from) && (same || to.getSort() == Type.INT && small
                || to.getSort() == Type.LONG && (small || from.getSort() == Type.INT));
    }

    private static boolean isReference(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    private JavaClass load(Type type) {
        return world.load(caller.owner().bundle(), type.getInternalName());
    }

    private UnresolvedReferenceException refusal(String what) {
        String variable = target.field() == null ? "an element" : target.field().toString();
        return new UnresolvedReferenceException("VarHandle." + call.name + call.desc + " in " + caller + " cannot be compiled ahead of time: "
                + variable + " " + what);
    }
}
