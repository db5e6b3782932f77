package org.asterism.ostd.heap;

import org.asterism.ostd.unsafe.Address;

/** Marks from the roots outside stacks, piece by piece: static slots, objects of the image, the boot arena. */
final class ImageMarker {
    private final PreciseRoots roots;
    private final Marker marker;
    private long slot;
    private long entry;
    private long object;

    ImageMarker(PreciseRoots roots, Marker marker) {
        this.roots = roots;
        this.marker = marker;
        slot = roots.slotsEnd();
        entry = roots.objectsEnd();
        object = roots.arenaEnd();
    }

    /** Begins again. */
    void begin() {
        slot = roots.slotsStart();
        entry = roots.objectsStart();
        object = roots.arenaStart();
    }

    /** Whether all has been scanned since the beginning. */
    boolean isDone() {
        return slot == roots.slotsEnd() && entry == roots.objectsEnd() && object == roots.arenaEnd();
    }

    /**
     * Scans on.
     *
     * @param units about how many references to look at
     * @return how many are left, none if the budget was used up
     */
    long scan(long units) {
        long left = units;
        for (; left > 0 && slot != roots.slotsEnd(); slot += 8) {
            marker.markReference(Address.loadLong(slot));
            left--;
        }
        for (; left > 0 && entry != roots.objectsEnd(); entry += 8) {
            left -= marker.scan(Address.loadLong(entry));
        }
        for (; left > 0 && object != roots.arenaEnd(); object += AllocationRuns.bytesOf(object)) {
            left -= marker.scan(object);
        }
        return left;
    }
}
