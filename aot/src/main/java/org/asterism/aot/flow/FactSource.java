package org.asterism.aot.flow;

import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;

/** Members whose value is fixed for an image, so that branches on them are decided at compile time. */
public interface FactSource {
    /** Knows nothing. */
    FactSource NONE = new FactSource() {
        @Override
        public Object resultOf(JavaMethod method) {
            return null;
        }

        @Override
        public Object valueOf(JavaField field) {
            return null;
        }
    };

    /** What every call returns: an {@code Integer}, {@code Long} or {@link Value#NULL}; null if that is not fixed. */
    Object resultOf(JavaMethod method);

    /** What the static field always holds, in the same terms. */
    Object valueOf(JavaField field);
}
