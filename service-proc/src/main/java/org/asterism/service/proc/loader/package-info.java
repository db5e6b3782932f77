/**
 * From a file to a program ready to run: ELF images, interpreters, {@code #!} scripts, the initial stack.
 *
 * <p>{@link org.asterism.service.proc.loader.ProgramLoader} builds everything in a new address space and touches nothing of the caller, so an
 * error leaves the old program as it was. Context: task; sleeps. Spec: execve(2), elf(5), System V psABI.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.loader;
