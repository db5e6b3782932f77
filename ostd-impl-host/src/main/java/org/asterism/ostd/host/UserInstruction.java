package org.asterism.ostd.host;

/**
 * One instruction of a simulated user program. As on hardware, one that faults is run again from its beginning once the fault is
 * resolved: touch memory before changing registers. All state that must survive lies in registers and user memory, so that
 * programs can fork, take signals and be replaced.
 */
@FunctionalInterface
public interface UserInstruction {
    /**
     * Executes.
     *
     * @param processor registers and memory
     */
    void execute(UserProcessor processor);
}
