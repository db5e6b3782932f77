package org.asterism.virtio.transport;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.io.IoMem;

/** A virtio device behind registers in memory (VIRTIO 1.2 §4.2), of version 2, with one interrupt for all. */
final class MmioTransport implements VirtioTransport {
    private static final int MAGIC = 0x00;
    private static final int MAGIC_VALUE = 0x7472_6976;
    private static final int VERSION = 0x04;
    private static final int VERSION_MODERN = 2;
    private static final int TYPE = 0x08;
    private static final int DEVICE_FEATURE = 0x10;
    private static final int DEVICE_FEATURE_SELECT = 0x14;
    private static final int DRIVER_FEATURE = 0x20;
    private static final int DRIVER_FEATURE_SELECT = 0x24;
    private static final int QUEUE_SELECT = 0x30;
    private static final int QUEUE_CAPACITY = 0x34;
    private static final int QUEUE_SIZE = 0x38;
    private static final int QUEUE_READY = 0x44;
    private static final int QUEUE_NOTIFY = 0x50;
    private static final int INTERRUPT_STATUS = 0x60;
    private static final int INTERRUPT_ACKNOWLEDGE = 0x64;
    private static final int STATUS = 0x70;
    private static final int QUEUE_DESCRIPTORS = 0x80;
    private static final int QUEUE_AVAILABLE = 0x90;
    private static final int QUEUE_USED = 0xa0;
    private static final int GENERATION = 0xfc;
    private static final int CONFIGURATION = 0x100;

    private final String location;
    private final RegisterBlock registers;
    private final RegisterBlock configuration;
    private final SingleInterrupt line;

    MmioTransport(Device device) throws DeviceException {
        location = device.identity().location();
        IoMem all = device.openRegisters(0);
        if (all.length() < CONFIGURATION) {
            throw new DeviceException("device " + location + " has " + all.length() + " bytes of registers; virtio in memory has " + CONFIGURATION + " and more");
        }
        registers = new RegisterBlock(all, 0, CONFIGURATION);
        configuration = new RegisterBlock(all, CONFIGURATION, all.length() - CONFIGURATION);
        int magic = registers.read32(MAGIC);
        int version = registers.read32(VERSION);
        if (magic != MAGIC_VALUE || version != VERSION_MODERN) {
            throw new DeviceException("device " + location + " begins with 0x" + Integer.toHexString(magic) + " and version " + version
                    + "; virtio in memory begins with 0x" + Integer.toHexString(MAGIC_VALUE) + " and version " + VERSION_MODERN
                    + (version == 1 ? " (for QEMU: -global virtio-mmio.force-legacy=false)" : ""));
        }
        line = new SingleInterrupt(device, this::acknowledge);
    }

    private int acknowledge() {
        int events = registers.read32(INTERRUPT_STATUS);
        registers.write32(INTERRUPT_ACKNOWLEDGE, events);
        return events;
    }

    @Override
    public int type() {
        return registers.read32(TYPE);
    }

    @Override
    public int readStatus() {
        return registers.read32(STATUS);
    }

    @Override
    public void writeStatus(int status) {
        registers.write32(STATUS, status);
    }

    @Override
    public long readFeatures() {
        return new FeatureRegisters(registers, DEVICE_FEATURE_SELECT, DEVICE_FEATURE).read();
    }

    @Override
    public void writeFeatures(long features) {
        new FeatureRegisters(registers, DRIVER_FEATURE_SELECT, DRIVER_FEATURE).write(features);
    }

    @Override
    public int queueCapacity(int queue) {
        registers.write32(QUEUE_SELECT, queue);
        return Math.max(0, Math.min(registers.read32(QUEUE_CAPACITY), 1 << 15));
    }

    @Override
    public void connectConfiguration(Runnable changed) {
        line.connectConfiguration(changed);
    }

    @Override
    public void connectQueue(int queue, Runnable used) {
        line.connectQueue(used);
    }

    @Override
    public void enableQueue(int queue, int size, long descriptors, long available, long used) throws DeviceException {
        registers.write32(QUEUE_SELECT, queue);
        if (registers.read32(QUEUE_READY) != 0) {
            throw new DeviceException("device " + location + " has queue " + queue + " in use after it was reset");
        }
        registers.write32(QUEUE_SIZE, size);
        registers.write64(QUEUE_DESCRIPTORS, descriptors);
        registers.write64(QUEUE_AVAILABLE, available);
        registers.write64(QUEUE_USED, used);
        registers.write32(QUEUE_READY, 1);
    }

    @Override
    public void notifyQueue(int queue) {
        registers.write32(QUEUE_NOTIFY, queue);
    }

    @Override
    public long configurationBytes() {
        return configuration.length();
    }

    @Override
    public int configurationGeneration() {
        return registers.read32(GENERATION);
    }

    @Override
    public void readConfiguration(byte[] into) {
        configuration.copyOut(into);
    }
}
