package org.asterism.virtio;

/** Where the parts of a split queue are in its memory (VIRTIO 1.2 §2.7): descriptors, then what the driver makes available, then what the device has used. */
final class VirtqueueLayout {
    static final int MOST_DESCRIPTORS = 1 << 15;

    static final int DESCRIPTOR_BYTES = 16;
    static final int DESCRIPTOR_ADDRESS = 0;
    static final int DESCRIPTOR_LENGTH = 8;
    static final int DESCRIPTOR_FLAGS = 12;
    static final int DESCRIPTOR_NEXT = 14;
    static final int FLAG_NEXT = 1;
    static final int FLAG_WRITE = 2;

    /** In both rings: flags, then the count of entries made so far, modulo 65,536, then the entries. */
    private static final int INDEX = 2;
    private static final int ENTRIES = 4;
    private static final int USED_BYTES = 8;
    private static final int EVENT_BYTES = 2;

    private final int size;

    VirtqueueLayout(int size) {
        this.size = size;
    }

    /** Descriptors; a power of two. */
    int size() {
        return size;
    }

    int descriptor(int index) {
        return index * DESCRIPTOR_BYTES;
    }

    int available() {
        return size * DESCRIPTOR_BYTES;
    }

    int availableIndex() {
        return available() + INDEX;
    }

    int availableEntry(int count) {
        return available() + ENTRIES + (count & size - 1) * Short.BYTES;
    }

    int used() {
        int end = available() + ENTRIES + size * Short.BYTES + EVENT_BYTES;
        return end + Integer.BYTES - 1 & -Integer.BYTES;
    }

    int usedIndex() {
        return used() + INDEX;
    }

    /** The head of a chain, and 4 bytes on how many bytes the device has written into it. */
    int usedEntry(int count) {
        return used() + ENTRIES + (count & size - 1) * USED_BYTES;
    }

    int bytes() {
        return used() + ENTRIES + size * USED_BYTES + EVENT_BYTES;
    }
}
