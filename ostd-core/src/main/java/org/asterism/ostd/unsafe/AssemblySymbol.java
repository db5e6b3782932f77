package org.asterism.ostd.unsafe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a {@code static native} method to a symbol with the plain C calling convention that an assembly file of a
 * privileged bundle defines ({@code src/main/resources/asm/<arch>/*.S}). Parameters and result are primitive; such a method never
 * throws.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AssemblySymbol {
    /** The assembly symbol, for example {@code ostd_read_cr3}. */
    String value();
}
