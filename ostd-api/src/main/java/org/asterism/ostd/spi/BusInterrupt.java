package org.asterism.ostd.spi;

/** One interrupt of a device, connected to a sink. */
public interface BusInterrupt {
    /** Lets the next one come: called after each {@link InterruptSink#raise()} has been handled. Lines that are shared or level-triggered stay masked until then. */
    void rearm();

    /** Disconnects; the sink is not told again once this has returned. */
    void close();
}
