package org.asterism.kernel.syscall;

/** A component with {@link Syscall} methods. Two providers of one call are an error at assembly. */
public interface SyscallProvider {
}
