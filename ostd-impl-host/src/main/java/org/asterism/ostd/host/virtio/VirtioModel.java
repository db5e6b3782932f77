package org.asterism.ostd.host.virtio;

/** What a virtio device does and holds, whichever way it is reached (VIRTIO 1.2 §2). */
public abstract class VirtioModel {
    /** Feature bit that every model offers unless it says otherwise. */
    public static final long VERSION_1 = 1L << 32;
    /** Status: the driver must reset the device. */
    protected static final int NEEDS_RESET = 1 << 6;

    private static final int FEATURES_OK = 1 << 3;

    private final int type;
    private final long features;
    private final DeviceQueue[] queues;
    private VirtioTransportModel transport;
    private int status;
    private long driverFeatures;
    private int generation;

    /**
     * A device that nobody reaches yet.
     *
     * @param type as VIRTIO 1.2 §5 numbers them
     * @param features that it offers
     * @param queueSizes descriptors of each of its queues, at most
     */
    protected VirtioModel(int type, long features, int... queueSizes) {
        this.type = type;
        this.features = features;
        queues = new DeviceQueue[queueSizes.length];
        for (int i = 0; i < queues.length; i++) {
            queues[i] = new DeviceQueue(this, i, queueSizes[i]);
        }
    }

    /**
     * Its configuration at this time.
     *
     * @return bytes as the device type lays them out
     */
    protected abstract byte[] configuration();

    /**
     * The driver has made chains available.
     *
     * @param queue in which one
     */
    protected abstract void notified(int queue);

    /** Forgets what it is at. Queues and status are reset without it. */
    protected void forget() {
    }

    /**
     * One of its queues.
     *
     * @param index its number
     * @return always the same
     */
    protected final DeviceQueue queue(int index) {
        return queues[index];
    }

    /**
     * What the driver has agreed to.
     *
     * @return feature bits
     */
    protected final long agreedFeatures() {
        return driverFeatures;
    }

    /** Tells the driver that the configuration is another. */
    protected final void changeConfiguration() {
        generation = generation + 1 & 0xff;
        transport.interruptForConfiguration();
    }

    /** Tells the driver that nothing goes on without a reset. */
    protected final void needReset() {
        status |= NEEDS_RESET;
        transport.interruptForConfiguration();
    }

    /**
     * Writes the machine's memory: wherever it likes, if it is not honest.
     *
     * @param address by which a device reaches the first byte
     * @param bytes what
     * @return whether there is memory
     */
    protected final boolean write(long address, byte[] bytes) {
        return transport.write(address, bytes);
    }

    /** Which device type it is. */
    final int type() {
        return type;
    }

    final long features() {
        return features;
    }

    final int queueCount() {
        return queues.length;
    }

    /**
     * Whether it agrees to what a driver wants.
     *
     * @param wanted feature bits
     * @return false to refuse
     */
    protected boolean agrees(long wanted) {
        return (wanted & ~features) == 0;
    }

    final void attach(VirtioTransportModel attached) {
        transport = attached;
    }

    final VirtioTransportModel transport() {
        return transport;
    }

    final int status() {
        return status;
    }

    final void writeStatus(int written) {
        if (written == 0) {
            reset();
            return;
        }
        status = written & ~FEATURES_OK | status & NEEDS_RESET | ((written & FEATURES_OK) != 0 && agrees(driverFeatures) ? FEATURES_OK : 0);
    }

    final void reset() {
        status = 0;
        driverFeatures = 0;
        for (DeviceQueue queue : queues) {
            queue.reset();
        }
        forget();
    }

    final void writeFeatures(long written) {
        driverFeatures = written;
    }

    final long driverFeatures() {
        return driverFeatures;
    }

    final int generation() {
        return generation;
    }
}
