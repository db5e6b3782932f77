package org.asterism.ostd.spi;

/** An interrupt that a device signals by a store. */
public interface MessageInterrupt extends BusInterrupt {
    /** Where the device stores. */
    long address();

    /** What it stores. */
    int data();
}
