package org.asterism.ostd.effect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A way out of a {@link FastPath} that may make objects. {@code asterism inspect} lists every one with its reason. It does not
 * loosen {@link NoAllocation}, {@link NoBlocking} or {@link InterruptSafe}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface SlowPath {
    /**
     * Why this is rare, or cannot do without.
     *
     * @return one line
     */
    String value();
}
