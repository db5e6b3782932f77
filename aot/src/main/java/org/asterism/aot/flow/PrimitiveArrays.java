package org.asterism.aot.flow;

import java.util.List;
import org.objectweb.asm.Opcodes;

/** The operand of {@code newarray} (JVMS table 6.5.newarray-A). */
public final class PrimitiveArrays {
    private static final List<String> NAMES = List.of("boolean", "char", "float", "double", "byte", "short", "int", "long");

    private PrimitiveArrays() {
    }

    /** The keyword of the element type. */
    public static String elementName(int operand) {
        return NAMES.get(operand - Opcodes.T_BOOLEAN);
    }
}
