package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblyAddress;
import org.asterism.ostd.unsafe.Words;

/**
 * Moves references as words, the one way besides single stores that puts references into objects. A piece is moved, and the collector told of it, with
 * preemption off: no step of a collection comes between, and a long copy does not hold others up.
 */
final class ReferenceCopy {
    private static final long PIECE_BYTES = 1024;
    private static final long FIRST_WORD = 16;

    private ReferenceCopy() {}

    @AssemblyAddress("asterism_marking")
    private static native long markingFlag();

    /** Copies elements of reference arrays; the ranges may overlap. */
    static void elements(long from, long to, long bytes) {
        boolean backward = Words.isBelow(to - from, bytes);
        long done = 0;
        while (done < bytes) {
            long piece = Words.min(PIECE_BYTES, bytes - done);
            long at = backward ? bytes - done - piece : done;
            Preemption.disable();
            if (Address.loadInt(markingFlag()) != 0) {
                for (long word = 0; word < piece; word += 8) {
                    ManagedHeap.tellCollector(Address.loadLong(from + at + word));
                }
            }
            Address.copyWords(from + at, to + at, piece);
            Preemption.enable();
            done += piece;
        }
    }

    /** Copies the fields of an object to a new one of the same class, from the first whole word on. */
    static void fields(long from, long to, long metadata) {
        Preemption.disable();
        Address.copyWords(from + FIRST_WORD, to + FIRST_WORD, Address.loadInt(metadata + ClassMetadata.INSTANCE_SIZE) - FIRST_WORD);
        long map = Address.loadLong(metadata + ClassMetadata.REFERENCE_MAP);
        if (map != 0 && Address.loadInt(markingFlag()) != 0) {
            for (int i = Address.loadInt(map); i > 0; i--) {
                ManagedHeap.tellCollector(Address.loadLong(to + Address.loadInt(map + i * 4L)));
            }
        }
        Preemption.enable();
    }
}
