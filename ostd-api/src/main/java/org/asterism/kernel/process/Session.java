package org.asterism.kernel.process;

/** Process groups with a common controlling terminal. */
public interface Session {
    /**
     * Its id.
     *
     * @return positive
     */
    int id();

    /**
     * Finds a group of this session.
     *
     * @param id a process group id
     * @return null if there is none
     */
    ProcessGroup group(int id);

    /**
     * The controlling terminal.
     *
     * @return null if there is none
     */
    ControllingTerminal controllingTerminal();

    /**
     * Sets the controlling terminal.
     *
     * @param terminal null for none
     */
    void setControllingTerminal(ControllingTerminal terminal);
}
