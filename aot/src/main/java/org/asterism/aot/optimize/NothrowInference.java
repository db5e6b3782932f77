package org.asterism.aot.optimize;

import java.util.HashSet;
import java.util.Set;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.InitializedClass;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.flow.Value;
import org.asterism.aot.lower.ImageObject;
import org.asterism.aot.profile.Rule;
import org.asterism.aot.reach.Call;
import org.asterism.aot.reach.CallResolver;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the methods that no exception can leave, so that their callers need no test: the greatest set whose members only
 * compute, access objects known not to be null, and call each other. Exceptions caught inside a method are not credited.
 */
public final class NothrowInference {
    private final World world;
    private final MemberResolution resolution;
    private final Closure closure;
    private final CallResolver calls;
    private final CallGraph graph;
    private final Set<JavaMethod> recursive;
    private final Set<JavaMethod> nothrow = new HashSet<>();

    private NothrowInference(World world, MemberResolution resolution, Closure closure, CallResolver calls, CallGraph graph,
            Set<JavaMethod> recursive) {
        this.world = world;
        this.resolution = resolution;
        this.closure = closure;
        this.calls = calls;
        this.graph = graph;
        this.recursive = recursive;
    }

    /** The methods that cannot throw. */
    public static Set<JavaMethod> apply(World world, MemberResolution resolution, Closure closure, CallResolver calls,
            CallGraph graph, Set<JavaMethod> recursive) {
        NothrowInference inference = new NothrowInference(world, resolution, closure, calls, graph, recursive);
        inference.run();
        return inference.nothrow;
    }

    private void run() {
        for (JavaMethod method : closure.methods()) {
            if (isCandidate(method)) {
                nothrow.add(method);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = nothrow.removeIf(method -> closure.flow(method) != null && callsThrower(method));
        }
    }

    private boolean callsThrower(JavaMethod method) {
        return !nothrow.containsAll(graph.callees(method));
    }

    private boolean isCandidate(JavaMethod method) {
        Rule cut = closure.cut(method);
        if (cut != null) {
            return cut.action() == Rule.Action.NOP || cut.action() == Rule.Action.THIS;
        }
        MethodFlow flow = closure.flow(method);
        if (flow == null) {
            return method.isNative();
        }
        if (recursive.contains(method) || method.is(Opcodes.ACC_SYNCHRONIZED)) {
            return false;
        }
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction.getOpcode() >= 0 && flow.isReached(instruction)
                    && mayThrow(method, instruction, flow.before(instruction))) {
                return false;
            }
        }
        return true;
    }

    private boolean mayThrow(JavaMethod method, AbstractInsnNode instruction, Frame frame) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            return leavesArray(frame, 1);
        }
        if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            return opcode == Opcodes.AASTORE || leavesArray(frame, 2);
        }
        return switch (opcode) {
            case Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM ->
                !(frame.top(0).constant() instanceof Number divisor && divisor.longValue() != 0);
            case Opcodes.GETFIELD, Opcodes.ARRAYLENGTH -> !frame.top(0).isNonNull();
            case Opcodes.PUTFIELD -> !frame.top(1).isNonNull();
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> initializes(method, field(method, (FieldInsnNode) instruction).owner());
            case Opcodes.LDC -> ((LdcInsnNode) instruction).cst instanceof InitializedClass
                    || ((LdcInsnNode) instruction).cst instanceof ImageObject object && initializes(method, object.type());
            case Opcodes.NEW, Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.ATHROW, Opcodes.MONITORENTER, Opcodes.MONITOREXIT,
                    Opcodes.CHECKCAST -> true;
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC ->
                callMayThrow(method, (MethodInsnNode) instruction, frame);
            default -> false;
        };
    }

    private static boolean leavesArray(Frame frame, int below) {
        return !frame.top(below).isNonNull() || !frame.isInBounds(frame.top(below - 1), frame.top(below));
    }

    private JavaField field(JavaMethod method, FieldInsnNode access) {
        JavaClass owner = world.load(method.owner().bundle(), access.owner);
        return resolution.field(owner, access.name, access.desc);
    }

    private boolean initializes(JavaMethod method, JavaClass type) {
        return closure.needsInitialization(type) && !method.owner().impliesInitialized(type);
    }

    /** Whether the call itself can throw, apart from what the called method does. */
    private boolean callMayThrow(JavaMethod method, MethodInsnNode instruction, Frame frame) {
        Call call = calls.resolve(method, instruction, frame);
        boolean isStatic = instruction.getOpcode() == Opcodes.INVOKESTATIC;
        Value receiver = isStatic ? null : frame.top(Type.getArgumentTypes(instruction.desc).length);
        return switch (call.kind()) {
            case CONSTANT, HANDLE_FACTORY -> false;
            case HANDLE_ACCESS -> true;
            case INTRINSIC -> call.intrinsic().checksReceiver() && receiver != null && !receiver.isNonNull();
            case DIRECT -> isStatic ? initializes(method, call.target().owner()) : !receiver.isNonNull();
            default -> !receiver.isNonNull() || call.receiver().isInterface();
        };
    }
}
