package org.asterism.aot.emit;

import org.objectweb.asm.Type;

/** The five kinds of computational values ({@code i j f d a}, and {@code v} for none) and their C types. */
final class Kinds {
    private Kinds() {
    }

    static char of(Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> 'v';
            case Type.LONG -> 'j';
            case Type.FLOAT -> 'f';
            case Type.DOUBLE -> 'd';
            case Type.OBJECT, Type.ARRAY -> 'a';
            default -> 'i';
        };
    }

    /** The C type of a local, stack slot, parameter or result. */
    static String cType(char kind) {
        return switch (kind) {
            case 'a' -> "ref";
            case 'j', 'd' -> "int64_t";
            default -> "int32_t";
        };
    }

    /** The C type of a field or array element. */
    static String storageType(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'Z' -> "uint8_t";
            case 'B' -> "int8_t";
            case 'C' -> "uint16_t";
            case 'S' -> "int16_t";
            case 'I', 'F' -> "int32_t";
            case 'J', 'D' -> "int64_t";
            default -> "ref";
        };
    }
}
