package org.asterism.test;

import org.assertj.core.api.AbstractLongAssert;
import org.asterism.kernel.abi.Errno;

/** Assertions about what a system call returns to a program. */
public final class SyscallResultAssert extends AbstractLongAssert<SyscallResultAssert> {
    /** Results from −4095 to −1 are error numbers. */
    private static final int LARGEST_ERROR = 4095;

    SyscallResultAssert(long result) {
        super(result, SyscallResultAssert.class);
    }

    /**
     * It is no error.
     *
     * @return this
     */
    public SyscallResultAssert succeeded() {
        if (isError()) {
            failWithMessage("expected success, but the call failed with %s", name());
        }
        return this;
    }

    /**
     * It is an error.
     *
     * @param errno expected
     * @return this
     */
    public SyscallResultAssert failedWith(Errno errno) {
        if (actual != -errno.number()) {
            failWithMessage("expected the call to fail with %s, but it %s", errno, isError() ? "failed with " + name() : "returned " + actual);
        }
        return this;
    }

    private boolean isError() {
        return actual < 0 && actual >= -LARGEST_ERROR;
    }

    private String name() {
        for (Errno errno : Errno.values()) {
            if (errno.number() == -actual) {
                return errno.name();
            }
        }
        return "error " + -actual;
    }
}
