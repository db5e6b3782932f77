package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@code static native long} method without parameters return the address of an assembly or linker symbol.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AssemblyAddress {
    /** The symbol whose address is returned, for example {@code asterism_static_roots_start}. */
    String value();
}
