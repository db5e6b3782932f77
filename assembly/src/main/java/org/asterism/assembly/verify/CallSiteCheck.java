package org.asterism.assembly.verify;

import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Checks {@code invokedynamic} and loaded constants. A JVM links a call site when it is first reached, and checks it then; the
 * compiler lowers it to code that nobody verifies again, so that everything it takes for granted is checked here.
 */
final class CallSiteCheck {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
    private static final String OBJECT_METHODS = "java/lang/runtime/ObjectMethods";

    /** Bootstrap methods that the compiler lowers at compile time; no other can run in a kernel. */
    private static final Set<String> BOOTSTRAPS = Set.of(METAFACTORY + ".metafactory", METAFACTORY + ".altMetafactory",
            CONCATENATION + ".makeConcat", CONCATENATION + ".makeConcatWithConstants", OBJECT_METHODS + ".bootstrap");

    private final ReferenceCheck references;
    private final HandleCheck handles;
    private final LambdaCheck lambdas;
    private final Problems problems;

    CallSiteCheck(ReferenceCheck references, HandleCheck handles, LambdaCheck lambdas, Problems problems) {
        this.references = references;
        this.handles = handles;
        this.lambdas = lambdas;
        this.problems = problems;
    }

    /** Checks a call site. */
    void callSite(LinkedClass in, String member, InvokeDynamicInsnNode call) {
        Handle bootstrap = call.bsm;
        references.descriptor(in, member, call.desc);
        String name = bootstrap.getOwner() + "." + bootstrap.getName();
        if (bootstrap.getTag() != Opcodes.H_INVOKESTATIC || !BOOTSTRAPS.contains(name)) {
            problems.refuseMember(Check.BOOTSTRAP, in, member, "links a call site by " + name.replace('/', '.'),
                    "only lambdas, string concatenation and record methods are lowered at compile time");
            return;
        }
        switch (bootstrap.getOwner()) {
            case METAFACTORY -> {
                // the object is of a class beside this one, which must be able to name what it implements
                references.type(in, member, Type.getReturnType(call.desc));
                lambdas.check(in, member, call);
            }
            case CONCATENATION -> concatenation(in, member, call);
            default -> recordMethods(in, member, call);
        }
        for (Object argument : call.bsmArgs) {
            argument(in, member, argument);
        }
    }

    /** Checks what {@code ldc} loads. */
    void constant(LinkedClass in, String member, Object constant) {
        if (constant instanceof Handle || constant instanceof Type type && type.getSort() == Type.METHOD) {
            problems.refuseMember(Check.HANDLE_CONSTANT, in, member, "loads a method handle or a method type", "call the method directly, or use a lambda");
        }
        argument(in, member, constant);
    }

    private void argument(LinkedClass in, String member, Object constant) {
        if (constant instanceof Handle handle) {
            handles.check(in, member, handle);
        } else if (constant instanceof Type type) {
            if (type.getSort() == Type.METHOD) {
                references.descriptor(in, member, type.getDescriptor());
            } else {
                references.type(in, member, type);
            }
        } else if (constant instanceof ConstantDynamic) {
            problems.refuseMember(Check.DYNAMIC_CONSTANT, in, member, "uses a dynamically computed constant", "compute it in a static initializer");
        }
    }

    private void concatenation(LinkedClass in, String member, InvokeDynamicInsnNode call) {
        String fault = ConcatenationShape.fault(call);
        if (fault != null) {
            problems.refuseMember(Check.CONCATENATION, in, member, "concatenates strings wrongly: " + fault, "recompile the bundle with an unmodified compiler");
        }
    }

    private void recordMethods(LinkedClass in, String member, InvokeDynamicInsnNode call) {
        String fault = RecordMethodsShape.fault(in, call);
        if (fault != null) {
            problems.refuseMember(Check.RECORD_METHODS, in, member, "generates record methods wrongly: " + fault, "recompile the record with an unmodified compiler");
        }
    }
}
