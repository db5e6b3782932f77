package org.asterism.aot.intrinsic;

import org.asterism.aot.world.JavaField;
import org.objectweb.asm.Type;

/**
 * What a {@code VarHandle} constant gives access to.
 *
 * @param kind the sort of variable
 * @param field the field of an instance or static handle, else null
 * @param type the type of the variable
 * @param bigEndian the byte order of a view
 */
public record HandleTarget(Kind kind, JavaField field, Type type, boolean bigEndian) {

    /** The sort of variable. */
    public enum Kind {
        /** A field of the first coordinate. */
        INSTANCE_FIELD,
        /** A static field. */
        STATIC_FIELD,
        /** The element of an array at an index. */
        ARRAY_ELEMENT,
        /** Bytes of a {@code byte[]} seen as a wider type. */
        BYTE_VIEW
    }
}
