package org.asterism.ostd.spi;

/**
 * Somebody who extends the kernel gave an answer that nobody can go on with. Thrown by the framework, which asked; the report blames who answered.
 */
public final class BrokenPromise extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Object breaker;

    /**
     * An answer that was not to be given.
     *
     * @param breaker who gave it
     * @param what it was, such as {@code content() returned null}
     */
    public BrokenPromise(Object breaker, String what) {
        super(what);
        this.breaker = breaker;
    }

    /**
     * Who gave the answer.
     *
     * @return never null
     */
    public Object breaker() {
        return breaker;
    }

    @Override
    public String toString() {
        return breaker.getClass().getName() + ": " + getMessage();
    }
}
