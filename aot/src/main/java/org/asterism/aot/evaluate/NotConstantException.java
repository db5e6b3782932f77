package org.asterism.aot.evaluate;

/** An initialiser does something that must happen at run time. */
final class NotConstantException extends RuntimeException {
    NotConstantException(String what) {
        super(what, null, false, false);
    }
}
