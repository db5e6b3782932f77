package org.asterism.service.proc.loader;

import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.FilesystemContext;

/**
 * Which program to load and what to give it.
 *
 * @param filesystem where relative paths begin
 * @param credentials whose rights count
 * @param path the program
 * @param name what it was called: for AT_EXECFN, its name, and scripts' interpreters
 * @param arguments {@code argv}
 * @param environment {@code envp}
 * @param stackLimit bytes of stack; −1 for no limit
 */
public record ProgramRequest(FilesystemContext filesystem, Credentials credentials, String path, String name,
        StringList arguments, StringList environment, long stackLimit) {
}
