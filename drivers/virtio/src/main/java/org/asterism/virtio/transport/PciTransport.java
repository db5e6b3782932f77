package org.asterism.virtio.transport;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;

/** A virtio device that is a PCI function (VIRTIO 1.2 §4.1), with a message for each queue, or one interrupt for all. */
final class PciTransport implements VirtioTransport {
    /** The common structure (§4.1.4.3). */
    private static final int DEVICE_FEATURE_SELECT = 0;
    private static final int DEVICE_FEATURE = 4;
    private static final int DRIVER_FEATURE_SELECT = 8;
    private static final int DRIVER_FEATURE = 12;
    private static final int CONFIGURATION_MESSAGE = 16;
    private static final int QUEUES = 18;
    private static final int STATUS = 20;
    private static final int GENERATION = 21;
    private static final int QUEUE_SELECT = 22;
    private static final int QUEUE_SIZE = 24;
    private static final int QUEUE_MESSAGE = 26;
    private static final int QUEUE_ENABLE = 28;
    private static final int QUEUE_NOTIFY_OFFSET = 30;
    private static final int QUEUE_DESCRIPTORS = 32;
    private static final int QUEUE_AVAILABLE = 40;
    private static final int QUEUE_USED = 48;
    private static final int COMMON_BYTES = 56;

    private static final int NO_MESSAGE = 0xffff;
    private static final int NOTIFICATION_BYTES = 2;

    private final Device device;
    private final int type;
    private final RegisterBlock common;
    private final RegisterBlock notify;
    private final RegisterBlock configuration;
    private final long notifyMultiplier;
    /** Where each queue that is enabled is notified. */
    private final long[] notifyOffsets;
    /** Messages of its table: 0 is for changes of the configuration, the others for queues; none if it has no table. */
    private final int messages;
    /** Null if there are messages. */
    private final SingleInterrupt line;

    PciTransport(Device device, int type) throws DeviceException {
        this.device = device;
        this.type = type;
        PciCapabilities capabilities = new PciCapabilities(device);
        common = capabilities.open(PciCapabilities.COMMON, COMMON_BYTES);
        notify = capabilities.open(PciCapabilities.NOTIFY, NOTIFICATION_BYTES);
        notifyMultiplier = capabilities.notifyMultiplier();
        configuration = capabilities.has(PciCapabilities.DEVICE) ? capabilities.open(PciCapabilities.DEVICE, 0) : null;
        notifyOffsets = new long[common.read16(QUEUES)];
        messages = capabilities.hasMessages() && device.hasMessages() ? device.interruptCount() : 0;
        if (messages == 0) {
            RegisterBlock status = capabilities.open(PciCapabilities.INTERRUPT_STATUS, 1);
            line = new SingleInterrupt(device, () -> status.read8(0));
        } else {
            line = null;
        }
    }

    @Override
    public int type() {
        return type;
    }

    @Override
    public int readStatus() {
        return common.read8(STATUS);
    }

    @Override
    public void writeStatus(int status) {
        common.write8(STATUS, status);
    }

    @Override
    public long readFeatures() {
        return new FeatureRegisters(common, DEVICE_FEATURE_SELECT, DEVICE_FEATURE).read();
    }

    @Override
    public void writeFeatures(long features) {
        new FeatureRegisters(common, DRIVER_FEATURE_SELECT, DRIVER_FEATURE).write(features);
    }

    @Override
    public int queueCapacity(int queue) {
        if (queue >= notifyOffsets.length) {
            return 0;
        }
        common.write16(QUEUE_SELECT, queue);
        return common.read16(QUEUE_SIZE);
    }

    @Override
    public void connectConfiguration(Runnable changed) throws DeviceException {
        if (line != null) {
            line.connectConfiguration(changed);
            return;
        }
        connectMessage(0, CONFIGURATION_MESSAGE, changed);
    }

    @Override
    public void connectQueue(int queue, Runnable used) throws DeviceException {
        if (line != null) {
            line.connectQueue(used);
            return;
        }
        common.write16(QUEUE_SELECT, queue);
        connectMessage(queue + 1, QUEUE_MESSAGE, used);
    }

    /** A device that lacks the resources for a message says so when asked which it has taken (§4.1.5.1.2). */
    private void connectMessage(int message, int register, Runnable handler) throws DeviceException {
        if (message >= messages) {
            throw new DeviceException("device " + device.identity().location() + " has " + messages + " messages; its driver needs number " + message);
        }
        device.openInterrupt(message, handler);
        common.write16(register, message);
        if (common.read16(register) == NO_MESSAGE) {
            throw new DeviceException("device " + device.identity().location() + " does not take message " + message);
        }
    }

    @Override
    public void enableQueue(int queue, int size, long descriptors, long available, long used) throws DeviceException {
        common.write16(QUEUE_SELECT, queue);
        long offset = common.read16(QUEUE_NOTIFY_OFFSET) * notifyMultiplier;
        if (offset % NOTIFICATION_BYTES != 0 || offset + NOTIFICATION_BYTES > notify.length()) {
            throw new DeviceException("device " + device.identity().location() + " wants notifications of queue " + queue + " at offset " + offset + " of "
                    + notify.length());
        }
        notifyOffsets[queue] = offset;
        common.write16(QUEUE_SIZE, size);
        common.write64(QUEUE_DESCRIPTORS, descriptors);
        common.write64(QUEUE_AVAILABLE, available);
        common.write64(QUEUE_USED, used);
        common.write16(QUEUE_ENABLE, 1);
    }

    @Override
    public void notifyQueue(int queue) {
        notify.write16(notifyOffsets[queue], queue);
    }

    @Override
    public long configurationBytes() {
        return configuration == null ? 0 : configuration.length();
    }

    @Override
    public int configurationGeneration() {
        return common.read8(GENERATION);
    }

    @Override
    public void readConfiguration(byte[] into) {
        configuration.copyOut(into);
    }
}
