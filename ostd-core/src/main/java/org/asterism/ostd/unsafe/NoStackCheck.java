package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a recursive method from comparing against the stack limit, where throwing StackOverflowError would leave a structure of the
 * runtime half changed. What it calls must be shallow enough for the reserve below the limit.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NoStackCheck {
    /** Why an error must not be thrown here. */
    String value();
}
