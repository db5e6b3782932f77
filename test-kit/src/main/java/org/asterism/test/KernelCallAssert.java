package org.asterism.test;

import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;

/**
 * Assertions about a call to a service, which is made when the first of them asks.
 *
 * @param <T> what the call returns
 */
public final class KernelCallAssert<T> extends AbstractAssert<KernelCallAssert<T>, KernelCall<T>> {
    private boolean made;
    private T result;
    private Errno errno;
    private boolean exhausted;

    KernelCallAssert(KernelCall<T> call) {
        super(call, KernelCallAssert.class);
    }

    /**
     * It returns.
     *
     * @return this
     */
    public KernelCallAssert<T> succeeds() {
        make();
        if (errno != null || exhausted) {
            failWithMessage("expected the call to succeed, but it %s", outcome());
        }
        return this;
    }

    /**
     * It returns a value.
     *
     * @param expected compared by {@code equals}
     * @return this
     */
    public KernelCallAssert<T> returns(T expected) {
        succeeds();
        if (!Objects.equals(result, expected)) {
            failWithMessage("expected the call to return %s, but it %s", expected, outcome());
        }
        return this;
    }

    /**
     * It fails.
     *
     * @param expected error number
     * @return this
     */
    public KernelCallAssert<T> failsWith(Errno expected) {
        make();
        if (errno != expected) {
            failWithMessage("expected the call to fail with %s, but it %s", expected, outcome());
        }
        return this;
    }

    /**
     * It finds no memory: throws {@link OutOfMemoryError}, which the user loop makes ENOMEM, or fails with ENOMEM itself.
     *
     * @return this
     */
    public KernelCallAssert<T> runsOutOfMemory() {
        make();
        if (!exhausted && errno != Errno.ENOMEM) {
            failWithMessage("expected the call to run out of memory, but it %s", outcome());
        }
        return this;
    }

    private void make() {
        if (made) {
            return;
        }
        made = true;
        try {
            result = actual.run();
        } catch (KernelException failure) {
            errno = failure.errno();
        } catch (OutOfMemoryError failure) {
            exhausted = true;
        }
    }

    private String outcome() {
        return exhausted ? "ran out of memory" : errno != null ? "failed with " + errno : "returned " + result;
    }
}
