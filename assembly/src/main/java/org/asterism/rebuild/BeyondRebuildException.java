package org.asterism.rebuild;

/** More has changed than a rebuild can do; Maven can. */
final class BeyondRebuildException extends Exception {
    private static final long serialVersionUID = 1;

    BeyondRebuildException(String reason) {
        super(reason);
    }
}
