package org.asterism.virtio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.sync.Mutex;

/**
 * A split queue (VIRTIO 1.2 §2.7): chains of memory go to the device, which reads and writes them in any order and tells which it has used.
 *
 * <p>The device could write anything into the queue's memory at any time. So the driver's own account of descriptors is kept in objects, and of the
 * memory only the ring of used chains is read, each entry once: a chain that is not with the device, more chains than are, or
 * more bytes than a chain can take make the device {@linkplain VirtioDevice#fail fail}.
 *
 * <p>Context: task; any number of them.
 *
 * @param <O> whom chains belong to
 */
public final class Virtqueue<O> {
    private static final int MASK_16 = 0xffff;
    private static final int NONE = -1;

    private final VirtioDevice device;
    private final int index;
    private final VirtqueueLayout layout;
    private final DmaCoherent memory;
    private final Mutex lock = new Mutex();
    /** The descriptor after each one: in its chain, or in the list of those that are free. */
    private final int[] next;
    /** By first descriptor the chains that are with the device; null for others. */
    private final List<VirtqueueChain<O>> chains;
    private int firstFree;
    private int free;
    private int inFlight;
    private int madeAvailable;
    private int seenUsed;

    Virtqueue(VirtioDevice device, int index, VirtqueueLayout layout, DmaCoherent memory) {
        this.device = device;
        this.index = index;
        this.layout = layout;
        this.memory = memory;
        int size = layout.size();
        next = new int[size];
        chains = new ArrayList<>(Collections.nCopies(size, null));
        free = size;
        for (int i = 0; i < size; i++) {
            next[i] = i + 1 < size ? i + 1 : NONE;
        }
    }

    /**
     * Counts descriptors.
     *
     * @return a power of two
     */
    public int size() {
        return layout.size();
    }

    /**
     * Makes a chain available to the device, and tells it.
     *
     * @param chain parts of DMA memory, the device's until it comes back from {@link #takeUsed}
     * @return false if too few descriptors are free, or the device has failed
     */
    public boolean submit(VirtqueueChain<O> chain) {
        int parts = chain.parts();
        if (parts == 0 || parts > layout.size()) {
            throw new IllegalArgumentException("a chain of " + parts + " parts; a queue of " + layout.size() + " descriptors takes 1 to as many");
        }
        try (var held = lock.lock()) {
            if (device.failure() != null || parts > free) {
                return false;
            }
            int head = firstFree;
            int descriptor = head;
            for (int i = 0; i < parts; i++) {
                boolean last = i == parts - 1;
                describe(descriptor, chain, i, last);
                int following = next[descriptor];
                if (last) {
                    next[descriptor] = NONE;
                }
                descriptor = following;
            }
            firstFree = descriptor;
            free -= parts;
            inFlight++;
            chains.set(head, chain);
            memory.write16(layout.availableEntry(madeAvailable), head);
            madeAvailable = madeAvailable + 1 & MASK_16;
            memory.write16(layout.availableIndex(), madeAvailable);
        }
        device.notifyQueue(index);
        return true;
    }

    private void describe(int descriptor, VirtqueueChain<?> chain, int part, boolean last) {
        int at = layout.descriptor(descriptor);
        memory.write64(at + VirtqueueLayout.DESCRIPTOR_ADDRESS, chain.address(part));
        memory.write32(at + VirtqueueLayout.DESCRIPTOR_LENGTH, chain.length(part));
        memory.write16(at + VirtqueueLayout.DESCRIPTOR_FLAGS,
                (chain.isWritable(part) ? VirtqueueLayout.FLAG_WRITE : 0) | (last ? 0 : VirtqueueLayout.FLAG_NEXT));
        memory.write16(at + VirtqueueLayout.DESCRIPTOR_NEXT, last ? 0 : next[descriptor]);
    }

    /**
     * Takes back a chain that the device has used.
     *
     * @return null if there is none, or the device has failed
     */
    public VirtqueueChain<O> takeUsed() {
        String lie;
        try (var held = lock.lock()) {
            int ready = device.failure() != null ? 0 : memory.read16(layout.usedIndex()) - seenUsed & MASK_16;
            if (ready == 0) {
                return null;
            }
            int entry = layout.usedEntry(seenUsed);
            int head = memory.read32(entry);
            long length = memory.read32(entry + Integer.BYTES) & 0xffff_ffffL;
            VirtqueueChain<O> chain = head >= 0 && head < chains.size() ? chains.get(head) : null;
            if (ready > inFlight) {
                lie = "it has used " + ready + " chains of queue " + index + ", which had " + inFlight;
            } else if (chain == null) {
                lie = "it has used chain " + (head & 0xffff_ffffL) + " of queue " + index + ", which was not there";
            } else if (length > chain.writableBytes()) {
                lie = "it has written " + length + " bytes into a chain of queue " + index + " that takes " + chain.writableBytes();
            } else {
                seenUsed = seenUsed + 1 & MASK_16;
                release(head);
                chain.used(length);
                return chain;
            }
        }
        device.fail(lie);
        return null;
    }

    /** Descriptors of a chain are free again. The lock is held. */
    private void release(int head) {
        int last = head;
        free++;
        while (next[last] != NONE) {
            last = next[last];
            free++;
        }
        next[last] = firstFree;
        firstFree = head;
        chains.set(head, null);
        inFlight--;
    }
}
