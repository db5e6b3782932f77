package org.asterism.service.proc.loader;

import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.FilesystemContext;

/**
 * Which program to load and what to give it.
 *
 * @param filesystem where relative paths begin
 * @param credentials whose rights count
 * @param path the program; for AT_EXECFN and its name too
 * @param arguments {@code argv}
 * @param environment {@code envp}
 * @param stackLimit bytes of stack; −1 for no limit
 */
public record ProgramRequest(FilesystemContext filesystem, Credentials credentials, String path, StringList arguments,
        StringList environment, long stackLimit) {
}
