package org.asterism.aot.build;

/** The C compiler, the assembler or the linker failed; the message is their output. */
public final class BuildException extends RuntimeException {
    /** Creates one. */
    public BuildException(String message) {
        super(message);
    }
}
