package org.asterism.aot.flow;

import org.asterism.aot.world.JavaClass;

/** A literal: the class object of a class that is initialised first, as {@code Class.forName} with a constant name gives it. */
public record InitializedClass(JavaClass type) {
}
