package org.asterism.ostd.effect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States how often the method is active on one stack at most, although calls lead back to it: privileged code does not compare the stack
 * pointer with its limit. Trusted by the bound of stack depths, in privileged bundles and in this one alone.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BoundedRecursion {
    /**
     * The most activations on one stack.
     *
     * @return from 1
     */
    int times();

    /**
     * What bounds it.
     *
     * @return one line
     */
    String because();
}
