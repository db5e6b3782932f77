package org.asterism.test;

import org.assertj.core.api.AbstractAssert;

/** Assertions about a program that has run; failures show the kernel's log. */
public final class ProgramRunAssert extends AbstractAssert<ProgramRunAssert, ProgramRun> {
    ProgramRunAssert(ProgramRun run) {
        super(run, ProgramRunAssert.class);
    }

    /**
     * It ended with an exit code.
     *
     * @param code 128 and the signal's number for an end by a signal
     * @return this
     */
    public ProgramRunAssert exitedWith(int code) {
        if (actual.exitCode() != code) {
            failWithMessage("expected exit code %s, but it is %s; calls: %s; log:%n%s", code, actual.exitCode(), actual.calls(), actual.log());
        }
        return this;
    }

    /**
     * It wrote exactly a text.
     *
     * @param text on standard output and standard error
     * @return this
     */
    public ProgramRunAssert wrote(String text) {
        if (!actual.output().equals(text)) {
            failWithMessage("expected output '%s', but it is '%s'; log:%n%s", text, actual.output(), actual.log());
        }
        return this;
    }
}
