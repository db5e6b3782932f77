package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Emits a static method with primitive parameters under a C symbol with the plain C calling convention, so that assembly
 * may call it. The method is a root of the image. An exception that would leave it is handed to
 * {@code org.asterism.ostd.runtime.ExceptionSupport.escaped(Throwable)}, which does not return.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Exported {
    /** The C symbol, for example {@code ostd_main}. */
    String value();
}
