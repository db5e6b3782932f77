package org.asterism.aot.emit;

import org.asterism.aot.Optimization;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.Value;
import org.asterism.aot.reach.RuntimeEntry;
import org.asterism.aot.world.JavaClass;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Array elements and lengths, with null, bounds and store checks. */
final class ArrayEmitter {
    private static final String[] STORAGE = {"int32_t", "int64_t", "int32_t", "int64_t", "ref", "int8_t", "uint16_t", "int16_t"};
    private static final String KINDS = "ijfdaiii";

    private final FunctionContext context;

    ArrayEmitter(FunctionContext context) {
        this.context = context;
    }

    void load(AbstractInsnNode instruction, Frame frame) {
        int type = instruction.getOpcode() - Opcodes.IALOAD;
        String array = context.top(frame, 1);
        String index = context.top(frame, 0);
        check(frame, 1, array, index, instruction);
        String result = context.stack(frame.depth() - 2, KINDS.charAt(type));
        context.line(result + " = LOAD(" + STORAGE[type] + ", ELEMENT(" + STORAGE[type] + ", " + array + ", " + index + "));");
    }

    void store(AbstractInsnNode instruction, Frame frame) {
        int type = instruction.getOpcode() - Opcodes.IASTORE;
        String array = context.top(frame, 2);
        String index = context.top(frame, 1);
        String value = context.top(frame, 0);
        check(frame, 2, array, index, instruction);
        String element = "ELEMENT(" + STORAGE[type] + ", " + array + ", " + index + ")";
        if (instruction.getOpcode() == Opcodes.AASTORE) {
            storeCheck(frame.top(2), frame.top(0), array, value, instruction);
            context.line("STORE_REFERENCE(" + element + ", " + value + ");");
        } else {
            String stored = isBooleanArray(frame.top(2)) ? value + " & 1" : value; // JVMS §6.5.bastore
            context.line("STORE(" + STORAGE[type] + ", " + element + ", " + stored + ");");
        }
    }

    private static boolean isBooleanArray(Value array) {
        return !array.isNull() && array.type().isArray() && array.type().element().descriptor().equals("Z");
    }

    void length(AbstractInsnNode instruction, Frame frame) {
        String array = context.top(frame, 0);
        context.nullCheck(frame.top(0), array, instruction);
        context.line(context.stack(frame.depth() - 1, 'i') + " = LENGTH(" + array + ");");
    }

    /** Refuses null and an index outside the array, which lies some places below the top of the stack, under the index. */
    void check(Frame frame, int below, String array, String index, AbstractInsnNode at) {
        context.nullCheck(frame.top(below), array, at);
        if (frame.isInBounds(frame.top(below - 1), frame.top(below))) {
            return;
        }
        String failed = context.throwing(RuntimeEntry.ARRAY_INDEX, index + ", LENGTH(" + array + ")", at);
        context.line("if (UNLIKELY((uint32_t)" + index + " >= (uint32_t)LENGTH(" + array + "))) goto " + failed + ";");
    }

    /** Refuses a value that the run-time type of the array cannot hold (JVMS §6.5.aastore). */
    void storeCheck(Value array, Value value, String arrayVariable, String variable, AbstractInsnNode at) {
        if (value.isNull() || cannotFail(array, value)) {
            return;
        }
        String failed = context.throwing(RuntimeEntry.ARRAY_STORE, variable, at);
        context.line("if (" + variable + " != 0) { char *element = ELEMENT_CLASS(CLASS_OF(" + arrayVariable
                + ")), *stored = CLASS_OF(" + variable + "); if (stored != element && UNLIKELY(!IS_SUBTYPE_OF(stored, element))) goto "
                + failed + "; }");
    }

    private boolean cannotFail(Value array, Value value) {
        JavaClass type = array.type();
        if (!context.image().optimizations().include(Optimization.STORE_CHECK_ELIMINATION) || !type.isArray() || type.element().isPrimitive()) {
            return false;
        }
        boolean onlyType = array.isExact() || type.element().isFinal();
        return onlyType && value.type().isSubtypeOf(type.element());
    }
}
