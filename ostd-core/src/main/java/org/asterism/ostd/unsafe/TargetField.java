package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@code static native} method of a {@link SubstituteClass} an accessor of a field of the target, whatever its
 * access: {@code T f(Target self)} reads and {@code void f(Target self, T value)} writes an instance field,
 * {@code T f()} and {@code void f(T value)} a static one. An inaccessible target is declared as {@code Object}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TargetField {
    /** The name of the field. */
    String value();
}
