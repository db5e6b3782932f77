package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.unsafe.Address;

/**
 * The {@code java.lang.ref} objects of one collection. While marking, the live ones are set aside with their referents unmarked; then
 * those whose referent died are cleared, and the ones registered with a queue wait in a list until a task enqueues them.
 *
 * <p>Soft references are kept like strong ones, except in a collection that is the last resort before OutOfMemoryError.
 */
final class WeakReferences {
    private final ReferenceLayout layout;
    private final AddressStack discovered;
    private final AddressStack pending;
    private boolean clearSoft;

    WeakReferences(HeapMemory memory, ReferenceLayout layout) {
        this.layout = layout;
        discovered = new AddressStack(memory, 1);
        pending = new AddressStack(memory, 1);
    }

    int referentOffset() {
        return layout.referentOffset();
    }

    boolean isReference(long metadata) {
        return (Address.loadShort(metadata + ClassMetadata.FLAGS) & ClassMetadata.FLAG_REFERENCE) != 0;
    }

    /** Begins a collection. */
    void begin(boolean clearSoftReferences) {
        clearSoft = clearSoftReferences;
        discovered.clear();
    }

    /**
     * Sets a live reference object aside.
     *
     * @return false if its referent must be marked like any field
     */
    boolean discover(long reference, long metadata) {
        if (!clearSoft && isSoft(metadata)) {
            return false;
        }
        return discovered.push(reference); // without room it is a strong reference this time
    }

    private boolean isSoft(long metadata) {
        long soft = layout.softMetadata();
        for (long m = metadata; m != 0; m = Address.loadLong(m + ClassMetadata.SUPERCLASS)) {
            if (m == soft) {
                return soft != 0;
            }
        }
        return false;
    }

    /** Marks the references that wait to be enqueued. */
    void markPending(Marker marker) {
        for (long i = 0; i < pending.size(); i++) {
            marker.markReference(pending.get(i));
        }
    }

    /** Clears the references whose referent is dead, once all marking is done. */
    void clearDead(Marker marker) {
        discovered.takeOverflow();
        while (!discovered.isEmpty()) {
            long reference = discovered.pop();
            long slot = reference + layout.referentOffset();
            if (marker.isLive(Address.loadLong(slot))) {
                continue;
            }
            long queue = Address.loadLong(reference + layout.queueOffset());
            boolean registered = queue != 0 && Address.loadLong(queue) == layout.queueMetadata();
            if (registered) {
                pending.push(reference); // without room it is cleared and never enqueued
            }
            Address.storeLong(slot, 0);
        }
        pending.takeOverflow();
        discovered.shrink();
    }

    /**
     * Takes one cleared reference that is registered with a queue.
     *
     * @return its address, or 0 if none waits
     */
    long takePending() {
        return pending.isEmpty() ? 0 : pending.pop();
    }
}
