package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of a {@link SubstituteClass} as the body of one target member.
 *
 * <p>It matches a static target with the same parameters and result, or an instance target (a constructor too) when its
 * first parameter is the receiver. Where a type of the target is not accessible the substitute declares {@code Object}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SubstituteMethod {
    /** The name of the target member if it differs, also {@code "<init>"} and {@code "<clinit>"}. */
    String name() default "";

    /** Why this member is replaced. */
    String reason();

    /**
     * Whether it takes the place of a static member only where the profile cuts that member, and then for the callers of {@code java.base}
     * alone: bundles that call the member are refused as ever.
     */
    boolean whereCut() default false;
}
