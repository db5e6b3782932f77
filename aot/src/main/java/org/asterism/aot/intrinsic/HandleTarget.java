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
        INSTANCE_FIELD(1),
        /** A static field. */
        STATIC_FIELD(0),
        /** The element of an array at an index. */
        ARRAY_ELEMENT(2),
        /** Bytes of a {@code byte[]} seen as a wider type. */
        BYTE_VIEW(2);

        private final int coordinates;

        Kind(int coordinates) {
            this.coordinates = coordinates;
        }

        /**
         * How many arguments of an access say which variable is meant; values follow them.
         *
         * @return none for a static field, the object, or the array and an index
         */
        public int coordinates() {
            return coordinates;
        }
    }
}
