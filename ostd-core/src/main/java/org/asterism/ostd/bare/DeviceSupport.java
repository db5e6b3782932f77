package org.asterism.ostd.bare;

import org.asterism.ostd.spi.PciHost;

/** What an architecture has for devices. */
public interface DeviceSupport {
    /**
     * Makes the host of the PCI bus. Called once, when somebody asks for devices: kernels in which nobody does do not link it.
     *
     * @return never null
     */
    PciHost pci();

    /** Tells sinks of the interrupts that have come. Called in atomic context. */
    void deliver();
}
