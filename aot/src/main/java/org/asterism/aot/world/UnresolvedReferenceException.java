package org.asterism.aot.world;

/** A symbolic reference names a class or member that does not exist in the closed world. */
public final class UnresolvedReferenceException extends RuntimeException {
    /** Creates one with a message that names what is missing and who asked. */
    public UnresolvedReferenceException(String message) {
        super(message);
    }
}
