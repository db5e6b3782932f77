package org.asterism.ostd.spi;

import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.failure.Taint;
import org.asterism.ostd.power.Endings;

/** Everything the API needs from below, one accessor a subject. */
public interface Machine {
    /**
     * Physical frames and tables of frames.
     *
     * @return never null
     */
    FrameMemory frames();

    /**
     * User page tables.
     *
     * @return never null
     */
    AddressSpaces addressSpaces();

    /**
     * Copies to and from the active user space.
     *
     * @return never null
     */
    UserAccess userAccess();

    /**
     * The object heap's figures.
     *
     * @return never null
     */
    ObjectHeap heap();

    /**
     * Tasks, parking, preemption.
     *
     * @return never null
     */
    Tasks tasks();

    /**
     * User-mode execution.
     *
     * @return never null
     */
    UserExecution userExecution();

    /**
     * Clock and timers.
     *
     * @return never null
     */
    Timers timers();

    /**
     * Console, log, power, entropy, boot information, ports.
     *
     * @return never null
     */
    Platform platform();

    /**
     * Which bundles have failed.
     *
     * @return never null
     */
    Taint taint();

    /**
     * The devices that the buses have found, and their drivers. The first call may look for devices. Task context.
     *
     * @return always the same, never null
     */
    DeviceRegistry devices();

    /**
     * What is to be done before the machine is turned off.
     *
     * @return always the same, never null
     */
    Endings endings();
}
