package org.asterism.assembly.verify;

import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * What javac makes of a record's {@code equals}, {@code hashCode} and {@code toString}: the record, the names of its
 * components, and a getter for each.
 *
 * @see java.lang.runtime.ObjectMethods
 */
final class RecordMethodsShape {
    /** The descriptor of each method after the record itself. */
    private static final Map<String, String> METHODS =
            Map.of("equals", "Ljava/lang/Object;)Z", "hashCode", ")I", "toString", ")Ljava/lang/String;");

    private RecordMethodsShape() {}

    /** What is wrong with a call site in a class, or null. */
    static String fault(LinkedClass in, InvokeDynamicInsnNode call) {
        if (!"java/lang/Record".equals(in.node().superName)) {
            return in + " is no record";
        }
        if (!call.desc.equals("(L" + in.name() + ";" + METHODS.getOrDefault(call.name, "none"))) {
            return call.name + call.desc + " is none of its methods";
        }
        if (call.bsmArgs.length < 2 || !Type.getObjectType(in.name()).equals(call.bsmArgs[0]) || !(call.bsmArgs[1] instanceof String names)) {
            return "the first two arguments are not the record and the names of its components";
        }
        int components = names.isEmpty() ? 0 : names.split(";").length; // as a JVM counts them: none after the last semicolon
        if (components != call.bsmArgs.length - 2) {
            return components + " names stand for " + (call.bsmArgs.length - 2) + " components";
        }
        for (int i = 2; i < call.bsmArgs.length; i++) {
            boolean own = call.bsmArgs[i] instanceof Handle getter && getter.getTag() == Opcodes.H_GETFIELD && getter.getOwner().equals(in.name());
            if (!own) {
                return "component " + (i - 1) + " is no field of the record";
            }
        }
        return null;
    }
}
