package org.asterism.test;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.asterism.kernel.KernelException;
import org.asterism.ostd.host.TestMachine;

/** Assertions about a machine. */
public final class MachineAssert extends AbstractAssert<MachineAssert, TestMachine> {
    /** Levels of log lines from which on something is wrong: {@code <3>} is an error. */
    private static final char LEAST_HARMLESS_LEVEL = '4';

    MachineAssert(TestMachine machine) {
        super(machine, MachineAssert.class);
    }

    /**
     * So many frames are in use, page tables included.
     *
     * @param frames expected
     * @return this
     */
    public MachineAssert hasFramesInUse(int frames) {
        if (actual.framesInUse() != frames) {
            failWithMessage("expected %s frames in use, but %s are", frames, actual.framesInUse());
        }
        return this;
    }

    /**
     * Something leaves as many frames in use as before. It is run twice, because the first run may fill caches; the second counts.
     *
     * @param action what must give back what it takes
     * @return this
     * @throws KernelException as the action
     */
    public MachineAssert leaksNoFrames(KernelCall<?> action) throws KernelException {
        action.run();
        actual.settle();
        int before = actual.framesInUse();
        action.run();
        actual.settle();
        int leaked = actual.framesInUse() - before;
        if (leaked != 0) {
            failWithMessage("expected no frame to be leaked, but %s more are in use than before", leaked);
        }
        return this;
    }

    /**
     * The running task holds no lock and preemption is on. Locks that it holds are released, so that the test can end.
     *
     * @return this
     */
    public MachineAssert holdsNoLocks() {
        String held = LockWitness.release();
        if (held != null) {
            failWithMessage("expected no lock to be held, but the running task holds: %s", held);
        }
        return this;
    }

    /**
     * The kernel's log has a line with a text.
     *
     * @param text part of a line
     * @return this
     */
    public MachineAssert hasLogged(String text) {
        if (actual.log().stream().noneMatch(line -> line.contains(text))) {
            failWithMessage("expected a line of the log to contain '%s', but it is:%n%s", text, String.join("\n", actual.log()));
        }
        return this;
    }

    /**
     * The kernel's log has no line of the level of errors, or worse.
     *
     * @return this
     */
    public MachineAssert hasLoggedNoErrors() {
        List<String> errors = actual.log().stream().filter(line -> line.charAt(1) < LEAST_HARMLESS_LEVEL).toList();
        if (!errors.isEmpty()) {
            failWithMessage("expected no error in the log, but there are:%n%s", String.join("\n", errors));
        }
        return this;
    }

    /**
     * The kernel has turned the machine off.
     *
     * @return this
     */
    public MachineAssert isOff() {
        if (!actual.powerState().equals("off")) {
            failWithMessage("expected the machine to be off, but it is %s", actual.powerState());
        }
        return this;
    }

    /**
     * The terminal shows a text.
     *
     * @param text part of what was written to it so far
     * @return this
     */
    public MachineAssert shows(String text) {
        if (!actual.terminalOutput().contains(text)) {
            failWithMessage("expected the terminal to show '%s', but it shows:%n%s", text, actual.terminalOutput());
        }
        return this;
    }
}
