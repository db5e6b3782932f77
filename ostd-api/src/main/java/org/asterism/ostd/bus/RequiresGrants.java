package org.asterism.ostd.bus;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Several {@link RequiresGrant}; written by the compiler. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface RequiresGrants {
    /**
     * The single ones.
     *
     * @return in the order written
     */
    RequiresGrant[] value();
}
