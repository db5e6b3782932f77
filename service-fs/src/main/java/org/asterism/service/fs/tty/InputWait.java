package org.asterism.service.fs.tty;

import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.task.TaskLocal;

/** What the running task waits for when it reads a terminal: input as the settings ask, other settings, or a hang-up. */
final class InputWait implements WaitCondition {
    private static final TaskLocal<InputWait> OWN = new TaskLocal<>(InputWait::new);

    private LineDiscipline discipline;
    private TerminalSettings settings;
    private int hangups;
    private int least;
    private int count;
    private boolean anyMore;

    private InputWait() {
    }

    /**
     * A wait that begins now.
     *
     * @param least how many bytes make input, if no newline does
     * @param anyMore whether any byte more than now is enough
     */
    static InputWait begin(LineDiscipline discipline, TerminalSettings settings, int least, boolean anyMore) {
        InputWait wait = OWN.get();
        wait.discipline = discipline;
        wait.settings = settings;
        wait.hangups = discipline.hangups();
        wait.count = discipline.buffered();
        wait.least = Math.max(1, least);
        wait.anyMore = anyMore;
        return wait;
    }

    @Override
    public boolean isSatisfied() {
        boolean input = anyMore ? discipline.buffered() != count : discipline.isReadable(least);
        return input || discipline.settings() != settings || discipline.hangups() != hangups;
    }
}
