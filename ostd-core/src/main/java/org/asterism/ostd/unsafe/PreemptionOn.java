package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States that the method is called with preemption on only: not below a {@link PreemptionOff}. Trusted by the bound of stack depths. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PreemptionOn {
}
