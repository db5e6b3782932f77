package org.asterism.aot.flow;

import org.asterism.aot.world.JavaField;

/** A {@code long} literal that the compiler puts into code: the offset of an instance field. */
public record FieldOffset(JavaField field) {
}
