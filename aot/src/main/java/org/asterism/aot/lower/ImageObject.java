package org.asterism.aot.lower;

import org.asterism.aot.flow.TypedLiteral;
import org.asterism.aot.world.JavaClass;

/** A literal: the one statically emitted instance, without fields, of a class made by the compiler. */
public record ImageObject(JavaClass type) implements TypedLiteral {
}
