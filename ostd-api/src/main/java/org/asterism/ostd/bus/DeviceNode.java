package org.asterism.ostd.bus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.sync.Mutex;

/** What the registry keeps for a device: its queues, which outlive drivers, and who drives it. */
final class DeviceNode {
    private static final byte[] ZEROES = new byte[PageSize.BYTES];

    private final BusDevice bus;
    private final Mutex lock = new Mutex();
    private final Map<Class<?>, RequestQueue<?>> queues = new LinkedHashMap<>();
    /** What the device may still write to, though no driver has it any more. */
    private final List<DmaMemory> quarantine = new ArrayList<>();
    private boolean open;
    /** Null while nobody drives it; guarded by the registry's lock, like the three below. */
    Driver driver;
    DriverOrigin origin;
    DriverInstance instance;
    Device device;

    DeviceNode(BusDevice bus) {
        this.bus = bus;
    }

    BusDevice bus() {
        return bus;
    }

    /** The queue of a type: the class is the key, so the cast holds. */
    @SuppressWarnings("unchecked")
    <R> RequestQueue<R> requests(Class<R> type) {
        try (var held = lock.lock()) {
            RequestQueue<R> queue = (RequestQueue<R>) queues.get(type);
            if (queue == null) {
                queue = new RequestQueue<>();
                queues.put(type, queue);
                if (open) {
                    queue.open();
                }
            }
            return queue;
        }
    }

    /** A driver may take requests. */
    void open() {
        try (var held = lock.lock()) {
            open = true;
            queues.values().forEach(RequestQueue::open);
        }
    }

    /** No driver may take requests, until {@link #open}. */
    void close() {
        try (var held = lock.lock()) {
            open = false;
            queues.values().forEach(RequestQueue::close);
        }
    }

    /** Puts what a driver has left at the front of the queues; returns how many requests. */
    int requeue() {
        int count = 0;
        try (var held = lock.lock()) {
            for (RequestQueue<?> queue : queues.values()) {
                count += queue.requeue();
            }
        }
        return count;
    }

    /** A driver's access to DMA memory has ended, the device's has not. */
    void quarantine(DmaMemory memory) {
        try (var held = lock.lock()) {
            quarantine.add(memory);
        }
    }

    /** Takes memory out of the quarantine, zeroed, for the same device; null if there is none that fits. */
    DmaMemory recycle(long bytes, long highestAddress) {
        DmaMemory memory = null;
        try (var held = lock.lock()) {
            for (int i = 0; i < quarantine.size() && memory == null; i++) {
                DmaMemory candidate = quarantine.get(i);
                if (candidate.length() == bytes && candidate.deviceAddress() <= highestAddress - bytes + 1) {
                    memory = quarantine.remove(i);
                }
            }
        }
        for (long offset = 0; memory != null && offset < bytes; offset += PageSize.BYTES) {
            memory.copyIn(offset, ZEROES, 0, PageSize.BYTES);
        }
        return memory;
    }

    /** The device has forgotten all addresses: gives back what it could reach. */
    void endQuarantine() {
        try (var held = lock.lock()) {
            quarantine.forEach(DmaMemory::free);
            quarantine.clear();
        }
    }

    @Override
    public String toString() {
        return bus.identity().location() + " (" + bus.identity().description() + ')';
    }
}
