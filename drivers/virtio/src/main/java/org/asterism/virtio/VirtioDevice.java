package org.asterism.virtio;

import java.util.concurrent.atomic.AtomicReference;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.virtio.transport.VirtioTransport;
import org.asterism.virtio.transport.VirtioTransports;

/**
 * A virtio device in the hands of its driver (VIRTIO 1.2 §3.1): opened, {@linkplain #negotiate negotiated with}, given {@linkplain #openQueue queues},
 * {@linkplain #start started}, and in the end {@linkplain #stop stopped}.
 */
public final class VirtioDevice {
    /** Feature bit: the device follows version 1.0 of the specification or a later one (VIRTIO_F_VERSION_1, §6). */
    public static final long VERSION_1 = 1L << 32;

    private static final int ACKNOWLEDGE = 1;
    private static final int DRIVER = 1 << 1;
    private static final int DRIVER_OK = 1 << 2;
    private static final int FEATURES_OK = 1 << 3;
    private static final int NEEDS_RESET = 1 << 6;
    private static final int FAILED = 1 << 7;

    private static final int MOST_GENERATIONS = 100;
    private static final long RESET_PATIENCE_NANOS = 1_000_000_000;
    private static final long RESET_PAUSE_NANOS = 100_000;

    private final Device device;
    private final VirtioTransport transport;
    private final Runnable changed;
    private volatile boolean started;
    private final AtomicReference<String> failure = new AtomicReference<>();

    private VirtioDevice(Device device, VirtioTransport transport, Runnable changed) {
        this.device = device;
        this.transport = transport;
        this.changed = changed;
    }

    /**
     * Opens and resets a device.
     *
     * @param device of the driver's probe
     * @param type which type the driver is for
     * @param changed runs in a task when the device may have changed its configuration or {@linkplain #failure() has failed}; not before {@link #start}
     * @return to be negotiated with
     * @throws DeviceException if it is no virtio device of that type, if what it says of itself makes no sense, or if a grant is missing
     */
    public static VirtioDevice open(Device device, VirtioType type, Runnable changed) throws DeviceException {
        VirtioTransport transport = VirtioTransports.open(device);
        if (transport.type() != type.number()) {
            throw new DeviceException("device " + device.identity().location() + " is virtio device " + transport.type() + ", not " + type.number() + " ("
                    + type + ')');
        }
        VirtioDevice opened = new VirtioDevice(device, transport, changed);
        opened.reset();
        return opened;
    }

    /**
     * Agrees on features.
     *
     * @param wanted by the driver, as bits of the device type; {@link #VERSION_1} is demanded in any case
     * @return those that the device offers as well
     * @throws DeviceException if the device is from before version 1.0 or does not agree
     */
    public long negotiate(long wanted) throws DeviceException {
        transport.writeStatus(ACKNOWLEDGE);
        transport.writeStatus(ACKNOWLEDGE | DRIVER);
        long offered = transport.readFeatures();
        if ((offered & VERSION_1) == 0) {
            throw refused("offers features 0x" + Long.toHexString(offered) + " without VERSION_1 (bit 32): it is from before virtio 1.0");
        }
        long agreed = offered & (wanted | VERSION_1);
        transport.writeFeatures(agreed);
        transport.writeStatus(ACKNOWLEDGE | DRIVER | FEATURES_OK);
        if ((transport.readStatus() & FEATURES_OK) == 0) {
            throw refused("does not agree to features 0x" + Long.toHexString(agreed));
        }
        transport.connectConfiguration(this::configurationChanged);
        return agreed & ~VERSION_1;
    }

    /**
     * Makes a queue and gives it to the device.
     *
     * @param index number of the queue, as the device type numbers them
     * @param mostDescriptors how many descriptors the driver can use; the device may want fewer
     * @param used runs in a task after the device has used chains, and at other times; not before {@link #start}
     * @param <O> whom chains belong to
     * @return empty
     * @throws DeviceException if the device has no such queue
     */
    public <O> Virtqueue<O> openQueue(int index, int mostDescriptors, Runnable used) throws DeviceException {
        int capacity = transport.queueCapacity(index);
        if (capacity <= 0) {
            throw refused("has no queue " + index);
        }
        int size = Integer.highestOneBit(Math.min(Math.min(capacity, mostDescriptors), VirtqueueLayout.MOST_DESCRIPTORS));
        VirtqueueLayout layout = new VirtqueueLayout(size);
        DmaCoherent memory = device.allocateDma(layout.bytes());
        long address = memory.deviceAddress();
        transport.connectQueue(index, () -> {
            if (started) {
                used.run();
            }
        });
        transport.enableQueue(index, size, address, address + layout.available(), address + layout.used());
        return new Virtqueue<>(this, index, layout, memory);
    }

    /** Lets the device work: all queues are open, and the driver is ready for interrupts. */
    public void start() {
        started = true;
        transport.writeStatus(ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK);
        failIfLost();
    }

    /** Brings the device to rest: when this returns, it uses no queue and interrupts no more. */
    public void stop() {
        try {
            reset();
        } catch (DeviceException stubborn) {
            Log.warning(stubborn.getMessage());
        }
    }

    /**
     * Gives the device up, because it does what it must not. The reason is logged, the device reset; its queues are dead. Then the driver is told, as of a change.
     *
     * @param reason what it did
     */
    public void fail(String reason) {
        if (failure.compareAndSet(null, reason)) {
            Log.error("virtio device " + device.identity().location() + " has failed: " + reason);
            transport.writeStatus(FAILED);
            stop();
            changed.run();
        }
    }

    /**
     * Why the device was given up.
     *
     * @return null as long as it was not
     */
    public String failure() {
        return failure.get();
    }

    /**
     * Reads from the configuration of the device type, all of one generation.
     *
     * @param bytes how many, from the first
     * @return little-endian values by offset
     * @throws DeviceException if it has fewer, or changes all the time
     */
    public VirtioConfiguration readConfiguration(int bytes) throws DeviceException {
        if (bytes > transport.configurationBytes()) {
            throw refused("has " + transport.configurationBytes() + " bytes of configuration where its type has " + bytes);
        }
        byte[] content = new byte[bytes];
        for (int i = 0; i < MOST_GENERATIONS; i++) {
            int generation = transport.configurationGeneration();
            transport.readConfiguration(content);
            if (transport.configurationGeneration() == generation) {
                return new VirtioConfiguration(content);
            }
        }
        throw refused("changed its configuration during each of " + MOST_GENERATIONS + " readings");
    }

    void notifyQueue(int index) {
        transport.notifyQueue(index);
    }

    private DeviceException refused(String what) {
        transport.writeStatus(FAILED);
        return new DeviceException("virtio device " + device.identity().location() + ' ' + what);
    }

    private void configurationChanged() {
        if (started && failure() == null) {
            failIfLost();
            changed.run();
        }
    }

    private void failIfLost() {
        if ((transport.readStatus() & NEEDS_RESET) != 0) {
            fail("it needs a reset");
        }
    }

    private void reset() throws DeviceException {
        transport.writeStatus(0);
        long end = Clock.monotonicNanos() + RESET_PATIENCE_NANOS;
        while (transport.readStatus() != 0) {
            if (Clock.monotonicNanos() > end) {
                throw new DeviceException("virtio device " + device.identity().location() + " does not reset: its status is 0x"
                        + Integer.toHexString(transport.readStatus()));
            }
            Task.parkUntil(Clock.monotonicNanos() + RESET_PAUSE_NANOS);
        }
    }
}
