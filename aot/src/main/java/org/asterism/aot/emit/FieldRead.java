package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.flow.Value;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A final field of {@code this}, or of an object in such a field, that an instance method reads; and what it is read for. */
final class FieldRead {
    private final JavaField field;
    private final List<FieldRead> inner = new ArrayList<>();
    private MethodInsnNode call;

    private FieldRead(JavaField field) {
        this.field = field;
    }

    JavaField field() {
        return field;
    }

    /** What is read of the object in the field. */
    List<FieldRead> inner() {
        return inner;
    }

    /** The first virtual call on the object in the field, or null. */
    MethodInsnNode call() {
        return call;
    }

    /**
     * Everything that a method reads of {@code this}.
     *
     * @param fields resolves the field that an instruction loads
     */
    static List<FieldRead> of(JavaMethod method, MethodFlow flow, Function<FieldInsnNode, JavaField> fields) {
        FieldRead self = new FieldRead(null);
        if (method.isStatic() || !isKept(method, 0)) {
            return self.inner;
        }
        Map<AbstractInsnNode, FieldRead> reads = new HashMap<>();
        for (AbstractInsnNode instruction : method.node().instructions) {
            Frame frame = flow.before(instruction);
            if (frame == null) {
                continue;
            }
            if (instruction.getOpcode() == Opcodes.GETFIELD) {
                FieldRead holder = of(frame.top(0), frame, self, reads);
                JavaField field = holder == null ? null : fields.apply((FieldInsnNode) instruction);
                if (field != null && isConstant(field)) {
                    reads.put(instruction, holder.reading(field));
                }
            } else if (instruction instanceof MethodInsnNode invoke && isVirtual(invoke)) {
                FieldRead receiver = of(receiver(invoke, frame), frame, self, reads);
                if (receiver != null && receiver.call == null) {
                    receiver.call = invoke;
                }
            }
        }
        return self.inner;
    }

    private static FieldRead of(Value value, Frame frame, FieldRead self, Map<AbstractInsnNode, FieldRead> reads) {
        return value == frame.local(0) ? self : reads.get(value.producer());
    }

    private FieldRead reading(JavaField wanted) {
        for (FieldRead read : inner) {
            if (read.field == wanted) {
                return read;
            }
        }
        FieldRead read = new FieldRead(wanted);
        inner.add(read);
        return read;
    }

    /** Whether nothing writes a field once the object is made. */
    static boolean isConstant(JavaField field) {
        return field.isFinal() && !field.isStatic() && !field.isVolatile();
    }

    static boolean isVirtual(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
    }

    static Value receiver(MethodInsnNode call, Frame frame) {
        return frame.top(Type.getArgumentTypes(call.desc).length);
    }

    /** Whether a local that holds a parameter holds it to the end of the method. */
    static boolean isKept(JavaMethod method, int local) {
        for (AbstractInsnNode instruction : method.node().instructions) {
            boolean stores = instruction instanceof VarInsnNode access && access.getOpcode() >= Opcodes.ISTORE
                    && (access.var == local || access.var == local - 1)
                    || instruction instanceof IincInsnNode increment && increment.var == local;
            if (stores) {
                return false;
            }
        }
        return true;
    }
}
