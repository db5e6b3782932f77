package org.asterism.ostd.power;

/** What somebody does before the machine is turned off. */
@FunctionalInterface
public interface Ending {
    /**
     * Ends. Runs in the task that turns the machine off; may block and allocate.
     *
     * @throws Exception if it cannot end properly; this is logged, and the others end all the same
     */
    void end() throws Exception;
}
