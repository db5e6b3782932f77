package org.asterism.aot.lower;

import org.asterism.aot.intrinsic.HandleConstants;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.asterism.aot.world.World;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Applies all rewrites that need no knowledge of values to one body. */
public final class Lowering {
    /** The runtime class that holds the remainder of floating-point division. */
    public static final String FLOATING_POINT = "org/asterism/ostd/runtime/FloatingPointSupport";

    private final LambdaLowering lambdas;
    private final MultiArrayLowering arrays;
    private final RecordMethodsLowering records;

    /** A lowering that adds the classes it makes to a world. */
    public Lowering(World world) {
        this.lambdas = new LambdaLowering(world);
        this.arrays = new MultiArrayLowering(world);
        this.records = new RecordMethodsLowering(world);
    }

    /**
     * Rewrites a body in place; to be called once for each method.
     *
     * @throws UnresolvedReferenceException if it uses a bootstrap method that is not known
     */
    public void apply(JavaMethod method) {
        if (method.isClassInitializer()) {
            AssertionStatus.remove(method);
        }
        int dynamicCalls = 0;
        InsnList code = method.node().instructions;
        for (AbstractInsnNode instruction : code.toArray()) {
            if (instruction instanceof InvokeDynamicInsnNode call) {
                InsnList lowered = lower(method, call, dynamicCalls++);
                code.insertBefore(call, lowered);
                code.remove(call);
            } else if (instruction instanceof LdcInsnNode ldc && isUnsupported(ldc.cst)) {
                throw new UnresolvedReferenceException("a constant made by a bootstrap method or a method handle ("
                        + ldc.cst + ") cannot be compiled ahead of time; compute it in ordinary code");
            } else if (instruction instanceof MultiANewArrayInsnNode array) {
                code.set(array, arrays.lower(method, array));
            } else if (instruction instanceof MethodInsnNode access && HandleConstants.isAccess(access)) {
                castResult(code, access);
            } else if (instruction.getOpcode() == Opcodes.FREM || instruction.getOpcode() == Opcodes.DREM) {
                String descriptor = instruction.getOpcode() == Opcodes.FREM ? "(FF)F" : "(DD)D";
                code.set(instruction, new MethodInsnNode(Opcodes.INVOKESTATIC, FLOATING_POINT, "remainder", descriptor));
            }
        }
    }

    /** What a {@code VarHandle} gives is only as good as its variable; the type that the call names is cast to, as a JVM does. */
    private static void castResult(InsnList code, MethodInsnNode access) {
        Type result = Type.getReturnType(access.desc);
        Type object = Type.getObjectType("java/lang/Object");
        if ((result.getSort() == Type.OBJECT || result.getSort() == Type.ARRAY) && !result.equals(object)) {
            access.desc = Type.getMethodDescriptor(object, Type.getArgumentTypes(access.desc));
            code.insert(access, new TypeInsnNode(Opcodes.CHECKCAST, result.getInternalName()));
        }
    }

    /** Removes what javac emits to ask for the assertion status, so that many initialisers turn out to do nothing. */
    public static void removeAssertionStatus(JavaMethod initializer) {
        AssertionStatus.remove(initializer);
    }

    private static boolean isUnsupported(Object constant) {
        return constant instanceof ConstantDynamic || constant instanceof Handle
                || constant instanceof Type type && type.getSort() == Type.METHOD;
    }

    /**
     * The name of the class that is made for a dynamic call; no bundle may have such a class. Stable under changes of other methods: host class,
     * kind, position of the method in it, number of the call.
     */
    static String name(JavaMethod method, String kind, int number) {
        int position = method.owner().node().methods.indexOf(method.node());
        return method.owner().name() + "$$" + kind + "$" + position + "$" + number;
    }

    private InsnList lower(JavaMethod method, InvokeDynamicInsnNode call, int number) {
        String bootstrap = call.bsm.getOwner() + "." + call.bsm.getName();
        return switch (bootstrap) {
            case "java/lang/invoke/LambdaMetafactory.metafactory",
                    "java/lang/invoke/LambdaMetafactory.altMetafactory" -> lambdas.lower(method, call, number);
            case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
                    "java/lang/invoke/StringConcatFactory.makeConcat" -> ConcatenationLowering.lower(method, call);
            case "java/lang/runtime/ObjectMethods.bootstrap" -> records.lower(method, call, number);
            default -> throw new UnresolvedReferenceException("invokedynamic with bootstrap method "
                    + bootstrap.replace('/', '.') + " cannot be compiled ahead of time; lambdas, string concatenation "
                    + "and record methods can");
        };
    }
}
