package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States that preemption is off as long as the method is active. Trusted by the bound of stack depths; see {@link PreemptionOn}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PreemptionOff {
    /**
     * What keeps it off.
     *
     * @return one line
     */
    String value();
}
