package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The first compiled method on a stack. The compiler proves that whatever it calls fits, or refuses the image with the deepest path. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface StackRoot {
    /**
     * What runs on the stack.
     *
     * @return a few words
     */
    String value();

    /**
     * The room for frames.
     *
     * @return bytes
     */
    int bytes();

    /**
     * What recursive methods leave free below the limit that they compare with.
     *
     * @return bytes, 0 if the limit is not set on this stack
     */
    int reserve() default 0;

    /**
     * What the processor and assembly push before the method begins, above what the assembly that calls it does.
     *
     * @return bytes
     */
    int entry() default 0;

    /**
     * Whether it also comes on top of whatever stack is in use; then all stacks leave room for it.
     *
     * @return true for interrupts
     */
    boolean onTop() default false;
}
