package org.asterism.rebuild;

/** More has changed than a rebuild can do; Maven can. */
final class BeyondBodiesException extends Exception {
    private static final long serialVersionUID = 1;

    BeyondBodiesException(String reason) {
        super(reason);
    }
}
