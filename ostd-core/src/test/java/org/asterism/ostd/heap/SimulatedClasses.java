package org.asterism.ostd.heap;

import org.asterism.ostd.runtime.ClassMetadata;
import org.asterism.ostd.unsafe.Address;

/** Class metadata as the compiler would emit it, in simulated memory. */
final class SimulatedClasses {
    static final int REFERENT = 16;
    static final int QUEUE = 24;

    private long next;

    SimulatedClasses(long memory) {
        next = memory;
    }

    private long record(int kind, int flags) {
        long metadata = next;
        next += 256;
        Address.storeByte(metadata + ClassMetadata.KIND, (byte) kind);
        Address.storeShort(metadata + ClassMetadata.FLAGS, (short) flags);
        return metadata;
    }

    /** A class with that many references from offset 16 on, and an int at 12. */
    long instance(int references) {
        return instance(references, 0);
    }

    /** The same, with flags. */
    long instance(int references, int flags) {
        long metadata = record(ClassMetadata.KIND_INSTANCE, flags);
        Address.storeInt(metadata + ClassMetadata.INSTANCE_SIZE, 16 + references * 8 + 15 & -16);
        long map = next;
        next += 8 + references * 4L + 15 & -16;
        Address.storeInt(map, references);
        for (int i = 0; i < references; i++) {
            Address.storeInt(map + 4 + i * 4L, 16 + i * 8);
        }
        Address.storeLong(metadata + ClassMetadata.REFERENCE_MAP, map);
        return metadata;
    }

    long referenceArray() {
        long metadata = record(ClassMetadata.KIND_REFERENCE_ARRAY, 0);
        Address.storeByte(metadata + ClassMetadata.ELEMENT_SHIFT, (byte) 3);
        return metadata;
    }

    long byteArray() {
        return record(ClassMetadata.KIND_PRIMITIVE_ARRAY, 0);
    }
}
