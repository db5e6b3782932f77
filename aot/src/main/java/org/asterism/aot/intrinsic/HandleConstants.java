package org.asterism.aot.intrinsic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.aot.flow.FactSource;
import org.asterism.aot.flow.FlowAnalysis;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.flow.Value;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds, in class initialisers, what the static final fields of type {@code VarHandle} were made to access. */
public final class HandleConstants {
    /** The internal name of {@code VarHandle}. */
    public static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

    private final World world;
    private final MemberResolution resolution;
    private final FactSource facts;
    private final Map<JavaField, HandleTarget> known = new ConcurrentHashMap<>();

    /** Handles of the classes of a world. */
    public HandleConstants(World world, MemberResolution resolution, FactSource facts) {
        this.world = world;
        this.resolution = resolution;
        this.facts = facts;
    }

    /** Whether a call is one of the signature-polymorphic accesses of {@code VarHandle}. */
    public static boolean isAccess(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKEVIRTUAL && call.owner.equals(VAR_HANDLE)
                && (call.name.startsWith("get") || call.name.startsWith("set") || call.name.startsWith("compareAnd")
                || call.name.startsWith("weakCompareAndSet"));
    }

    /** Whether a call makes a handle or a lookup for one: it is evaluated at compile time and yields null at run time. */
    public static boolean isFactory(MethodInsnNode call) {
        return switch (call.owner + "." + call.name) {
            case "java/lang/invoke/MethodHandles.lookup", "java/lang/invoke/MethodHandles.privateLookupIn",
                    "java/lang/invoke/MethodHandles$Lookup.findVarHandle",
                    "java/lang/invoke/MethodHandles$Lookup.findStaticVarHandle",
                    "java/lang/invoke/MethodHandles.arrayElementVarHandle",
                    "java/lang/invoke/MethodHandles.byteArrayViewVarHandle",
                    "java/lang/invoke/VarHandle.withInvokeExactBehavior" -> true;
            default -> false;
        };
    }

    /** Whether a value is a handle that was just made: it is null at run time, and must go nowhere but to a static final field. */
    public static boolean isMadeHere(Value value) {
        return value.producer() instanceof MethodInsnNode factory && isFactory(factory) && factory.desc.endsWith(")L" + VAR_HANDLE + ";");
    }

    /**
     * The variable behind the handle that a call uses.
     *
     * @throws UnresolvedReferenceException if the handle is not a constant of a class
     */
    public HandleTarget target(JavaMethod caller, MethodInsnNode call, Frame frame) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        if (frame.top(arguments).producer() instanceof FieldInsnNode get && get.getOpcode() == Opcodes.GETSTATIC) {
            JavaClass owner = world.load(caller.owner().bundle(), get.owner);
            HandleTarget target = target(resolution.field(owner, get.name, get.desc));
            HandleShape.check(world, caller, call, target, frame);
            return target;
        }
        throw new UnresolvedReferenceException("VarHandle." + call.name + " in " + caller
                + ": the handle must come straight from a static final field");
    }

    private HandleTarget target(JavaField field) {
        HandleTarget target = known.get(field);
        if (target == null) {
            target = read(field);
            known.put(field, target);
        }
        return target;
    }

    private HandleTarget read(JavaField field) {
        JavaMethod initializer = field.owner().initializer();
        MethodFlow flow = FlowAnalysis.analyze(world, resolution, facts, initializer);
        for (AbstractInsnNode instruction : initializer.node().instructions) {
            if (instruction instanceof FieldInsnNode put && put.getOpcode() == Opcodes.PUTSTATIC
                    && put.name.equals(field.name()) && flow.isReached(put)
                    && flow.before(put).top(0).producer() instanceof MethodInsnNode factory) {
                return describe(factory, flow.before(factory));
            }
        }
        throw new UnresolvedReferenceException("VarHandle " + field
                + " is not made by MethodHandles.Lookup in the initialiser of its class");
    }

    private HandleTarget describe(MethodInsnNode factory, Frame frame) {
        switch (factory.name) {
            case "findVarHandle", "findStaticVarHandle" -> {
                JavaField field = frame.top(2).constant() instanceof JavaClass owner && frame.top(1).constant() instanceof String name ? owner.fieldNamed(name) : null;
                if (field == null) {
                    throw new UnresolvedReferenceException("VarHandle made by " + factory.name + " of a field that is not there, or of a class or name that is no literal");
                }
                return new HandleTarget(field.isStatic() ? HandleTarget.Kind.STATIC_FIELD : HandleTarget.Kind.INSTANCE_FIELD,
                        field, Type.getType(field.descriptor()), false);
            }
            case "arrayElementVarHandle" -> {
                JavaClass array = (JavaClass) frame.top(0).constant();
                return new HandleTarget(HandleTarget.Kind.ARRAY_ELEMENT, null,
                        Type.getType(array.element().descriptor()), false);
            }
            case "byteArrayViewVarHandle" -> {
                JavaClass array = (JavaClass) frame.top(1).constant();
                boolean big = frame.top(0).producer() instanceof FieldInsnNode order && order.name.equals("BIG_ENDIAN");
                return new HandleTarget(HandleTarget.Kind.BYTE_VIEW, null, Type.getType(array.element().descriptor()), big);
            }
            default -> throw new UnresolvedReferenceException("VarHandle made by " + factory.owner + "." + factory.name
                    + " cannot be compiled ahead of time");
        }
    }
}
