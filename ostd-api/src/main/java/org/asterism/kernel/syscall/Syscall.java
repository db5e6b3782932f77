package org.asterism.kernel.syscall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public method of a {@link SyscallProvider} as the handler of a system call.
 *
 * <p>Signature: {@code long name(UserThread thread, …) throws KernelException} with up to six further parameters of type
 * {@code int} or {@code long}, in the order of the call's arguments; an {@code int} takes the low half of its argument.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Syscall {
    /**
     * The call's name as in syscalls(2); the number follows from the architecture, and a call that an architecture does
     * not have is left out of its table.
     *
     * @return a name such as {@code openat}
     */
    String value();

    /**
     * What is missing, if the call is not complete.
     *
     * @return empty for a full one
     */
    String partial() default "";
}
