package org.asterism.assembly.wire;

import java.util.List;
import org.objectweb.asm.Type;

/**
 * One system call and who handles it.
 *
 * @param name Linux's name of the call
 * @param number its number on the kernel's architecture
 * @param partial what is missing; empty if the call is complete
 * @param provider the component
 * @param method name of the handler method
 * @param parameters types of the handler's parameters after the thread, each {@code int} or {@code long}
 */
public record SyscallMethod(String name, int number, String partial, Component provider, String method, List<Type> parameters) {}
