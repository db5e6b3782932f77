package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the methods of this class marked {@link SubstituteMethod} replace members of a class of
 * {@code java.base}. A target that does not exist is a compile error. Substitutions are written from the public
 * specification of the target.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SubstituteClass {
    /** The class whose members are replaced; {@code void.class} when it can only be given by name. */
    Class<?> value() default void.class;

    /** The binary name of the target where it is not accessible, for example {@code jdk.internal.misc.VM}. */
    String className() default "";

    /** Why the members cannot be compiled as they are. */
    String reason();
}
