package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@code static native} method of a {@link SubstituteClass} call the <em>original</em> member of the target,
 * whatever its access; an instance member takes its receiver first, and {@code "<init>"} returns the new object.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TargetMethod {
    /** The name of the method, or {@code "<init>"}. */
    String value();
}
