package org.asterism.aot.flow;

import org.asterism.aot.world.JavaClass;

/** A literal that stands for one object of the image of a known class. */
public interface TypedLiteral {
    /** The exact class of the object. */
    JavaClass type();
}
