package org.asterism.kernel.process;

/** The terminal of a session, as the process service sees it. */
public interface ControllingTerminal {
    /**
     * Its device number as {@code /proc/PID/stat} shows it.
     *
     * @return major and minor in Linux's encoding of 32 bits
     */
    int deviceNumber();

    /**
     * The group in the foreground.
     *
     * @return its id; −1 if there is none
     */
    int foregroundGroupId();

    /**
     * The session's leader ended, or gave the terminal up: SIGHUP and SIGCONT go to the foreground group, and the session
     * loses its terminal.
     *
     * @param session whose leader ended
     */
    void leaderEnded(Session session);
}
