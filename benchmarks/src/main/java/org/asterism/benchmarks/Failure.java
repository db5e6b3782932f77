package org.asterism.benchmarks;

/** An exception without stack trace, as systems use for expected errors. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    Failure(int code) {
        super(null, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
