package org.asterism.ostd.host.virtio;

/** A split queue from the device's side (VIRTIO 1.2 §2.7). */
public final class DeviceQueue {
    private static final int DESCRIPTOR_BYTES = 16;
    private static final int RING_INDEX = 2;
    private static final int RING_ENTRIES = 4;
    private static final int USED_BYTES = 8;
    private static final int FLAG_NEXT = 1;
    private static final int FLAG_WRITE = 2;
    private static final int MASK_16 = 0xffff;

    private final VirtioModel model;
    private final int index;
    private final int capacity;
    private int size;
    private long descriptors;
    private long available;
    private long used;
    private boolean enabled;
    private int seenAvailable;
    private int madeUsed;

    DeviceQueue(VirtioModel model, int index, int capacity) {
        this.model = model;
        this.index = index;
        this.capacity = capacity;
        reset();
    }

    void reset() {
        size = capacity;
        descriptors = 0;
        available = 0;
        used = 0;
        enabled = false;
        seenAvailable = 0;
        madeUsed = 0;
    }

    int size() {
        return size;
    }

    void resize(int descriptorCount) {
        size = descriptorCount;
    }

    boolean isEnabled() {
        return enabled;
    }

    void enable() {
        enabled = true;
    }

    /** Addresses are written by halves; the part is 0 for descriptors, 1 for what is available, 2 for what is used. */
    void place(int part, boolean high, long half) {
        switch (part) {
            case 0 -> descriptors = replaceHalf(descriptors, high, half);
            case 1 -> available = replaceHalf(available, high, half);
            default -> used = replaceHalf(used, high, half);
        }
    }

    private static long replaceHalf(long address, boolean high, long half) {
        return high ? address & 0xffff_ffffL | half << Integer.SIZE : address & ~0xffff_ffffL | half & 0xffff_ffffL;
    }

    /**
     * Takes the next chain that the driver has made available.
     *
     * @return null if there is none, or the driver's memory makes no sense; then the device asks for a reset
     */
    public DeviceChain take() {
        if (!enabled || load(available + RING_INDEX, Short.BYTES) == seenAvailable) {
            return null;
        }
        int head = (int) load(available + RING_ENTRIES + 2L * (seenAvailable % size), Short.BYTES);
        seenAvailable = seenAvailable + 1 & MASK_16;
        DeviceChain chain = new DeviceChain(model.transport(), head);
        int descriptor = head;
        for (int i = 0; i < size && descriptor >= 0; i++) {
            long at = descriptors + (long) descriptor * DESCRIPTOR_BYTES;
            int flags = (int) load(at + 12, Short.BYTES);
            chain.add(load(at, Long.BYTES), (int) load(at + 8, Integer.BYTES), (flags & FLAG_WRITE) != 0);
            descriptor = (flags & FLAG_NEXT) != 0 ? (int) load(at + 14, Short.BYTES) : -1;
        }
        if (descriptor >= 0 || !chain.isSound()) {
            model.needReset();
            return null;
        }
        return chain;
    }

    /**
     * Gives a chain back, and tells the driver.
     *
     * @param chain that was taken
     * @param written how many bytes of it the device has written
     */
    public void use(DeviceChain chain, int written) {
        push(chain.head(), written);
        interrupt();
    }

    /**
     * Says that a chain was used, true or not.
     *
     * @param head which one
     * @param written how many bytes of it the device is said to have written
     */
    public void push(int head, int written) {
        long entry = used + RING_ENTRIES + (long) USED_BYTES * (madeUsed % size);
        store(entry, Integer.BYTES, head);
        store(entry + Integer.BYTES, Integer.BYTES, written);
        claimUsed(madeUsed + 1);
    }

    /**
     * Says how many chains were used since the device was reset, true or not.
     *
     * @param count modulo 65,536
     */
    public void claimUsed(int count) {
        madeUsed = count & MASK_16;
        store(used + RING_INDEX, Short.BYTES, madeUsed);
    }

    /** Tells the driver that chains were used, true or not. */
    public void interrupt() {
        model.transport().interruptForQueue(index);
    }

    /**
     * Where the table of descriptors is, for devices that write where they should not.
     *
     * @return a device address
     */
    public long descriptors() {
        return descriptors;
    }

    private long load(long address, int bytes) {
        byte[] content = new byte[bytes];
        model.transport().read(address, content);
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << Byte.SIZE | content[i] & 0xff;
        }
        return value;
    }

    private void store(long address, int bytes, long value) {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) (value >> Byte.SIZE * i);
        }
        model.transport().write(address, content);
    }
}
