package org.asterism.test;

import java.util.List;

/**
 * How a simulated program went.
 *
 * @param output what it wrote to standard output and standard error, Latin-1
 * @param exitCode its exit code; 128 and the signal's number when a signal ended it
 * @param log the kernel's log, lines with their levels
 * @param framesInUse when the kernel turned the machine off
 * @param calls what its system calls returned, in order of return; one that does not return has no entry
 */
public record ProgramRun(String output, int exitCode, String log, int framesInUse, List<UserScript.CallResult> calls) {
    /**
     * What a call returned.
     *
     * @param index from 0, in order of return
     * @return negative error number for a failure
     */
    public long result(int index) {
        return calls.get(index).value();
    }
}
