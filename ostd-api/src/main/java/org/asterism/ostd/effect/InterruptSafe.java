package org.asterism.ostd.effect;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States that the method may run wherever an interrupt may come: nothing reachable from it makes an object, waits, or takes a lock that
 * is held with interrupts on. On an overridable method it binds every override.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface InterruptSafe {
}
