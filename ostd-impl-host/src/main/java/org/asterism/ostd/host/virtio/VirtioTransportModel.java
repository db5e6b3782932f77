package org.asterism.ostd.host.virtio;

/** How a model reaches the machine: what a transport in software gives to it. */
public interface VirtioTransportModel {
    /**
     * Reads the machine's memory.
     *
     * @param address by which a device reaches the first byte
     * @param into where to put the bytes
     * @return whether it may and there is memory
     */
    boolean read(long address, byte[] into);

    /**
     * Writes the machine's memory.
     *
     * @param address by which a device reaches the first byte
     * @param from the bytes
     * @return whether it may and there is memory
     */
    boolean write(long address, byte[] from);

    /**
     * Tells the driver that chains of a queue were used.
     *
     * @param queue its number
     */
    void interruptForQueue(int queue);

    /** Tells the driver that the configuration or the status has changed. */
    void interruptForConfiguration();
}
