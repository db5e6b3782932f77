package org.asterism.kernel;

/**
 * What runs once all components are wired: exactly one component of a kernel provides it. The process service's starts init.
 */
public interface KernelEntry {
    /** Starts the kernel proper. Called in the boot task, which ends when this returns. */
    void start();
}
