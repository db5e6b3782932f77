package org.asterism.ostd.runtime;

import org.asterism.ostd.heap.AllocationRuns;
import org.asterism.ostd.heap.ObjectHeap;
import org.asterism.ostd.heap.SizeClasses;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.NeverInline;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * What {@code new} compiles to. The usual case takes a cell from the task's own run without a lock; the rest goes to the heap, which may
 * collect if preemption is on. Not callable from interrupts.
 */
public final class ObjectAllocator {
    /** As HotSpot: longer arrays are refused whatever memory there is. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 2;

    private ObjectAllocator() {}

    /**
     * Makes a zeroed instance.
     *
     * @param metadata of an instantiable class
     * @return never null
     * @throws OutOfMemoryError if no memory is left after a collection; preallocated
     */
    public static Object allocateInstance(long metadata) {
        long bytes = Address.loadInt(metadata + ClassMetadata.INSTANCE_SIZE);
        if (bytes <= SizeClasses.LARGEST) {
            long object = AllocationRuns.tryAllocate(ThreadArea.current(), SizeClasses.of(bytes), metadata, 0);
            if (object != 0) {
                return ObjectReference.fromAddress(object);
            }
        }
        return allocateFromHeap(bytes, metadata, 0);
    }

    /**
     * Makes a zeroed array.
     *
     * @param metadata of an array class
     * @param length   in elements
     * @return never null
     * @throws NegativeArraySizeException if the length is negative
     * @throws OutOfMemoryError           if no memory is left after a collection; preallocated
     */
    public static Object allocateArray(long metadata, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(Integer.toString(length));
        }
        long bytes = ObjectLayout.align(ObjectLayout.ARRAY_DATA + ((long) length << Address.loadByte(metadata + ClassMetadata.ELEMENT_SHIFT)));
        if (bytes <= SizeClasses.LARGEST) {
            long object = AllocationRuns.tryAllocate(ThreadArea.current(), SizeClasses.of(bytes), metadata, length);
            if (object != 0) {
                return ObjectReference.fromAddress(object);
            }
        }
        return allocateFromHeap(bytes, metadata, length);
    }

    @NeverInline
    private static Object allocateFromHeap(long bytes, long metadata, int length) {
        if (length > LONGEST_ARRAY) {
            throw ExceptionSupport.arrayTooLong();
        }
        ObjectHeap heap = ManagedHeap.heap();
        long object = heap == null ? BootArena.allocate(bytes, metadata, length) : heap.allocate(ThreadArea.current(), bytes, metadata, length);
        if (object == 0) {
            throw ExceptionSupport.outOfMemory();
        }
        return ObjectReference.fromAddress(object);
    }

    /**
     * Makes a shallow copy of an object or array, as {@code Object.clone} does. The caller has checked that its class allows it.
     *
     * @param original not null
     * @return a new object of the same class
     */
    public static Object copyOf(Object original) {
        long from = ObjectReference.toAddress(original);
        long metadata = Address.loadLong(from);
        // SAFETY: both are of one class and length; references move as whole words; the lock word is left alone.
        if (Address.loadInt(metadata + ClassMetadata.INSTANCE_SIZE) != 0) {
            Object copy = allocateInstance(metadata);
            long to = ObjectReference.toAddress(copy);
            Address.storeInt(to + ObjectLayout.FIRST_FIELD, Address.loadInt(from + ObjectLayout.FIRST_FIELD));
            ReferenceCopy.fields(from, to, metadata);
            return copy;
        }
        int length = Address.loadInt(from + ObjectLayout.ARRAY_LENGTH);
        Object copy = allocateArray(metadata, length);
        long to = ObjectReference.toAddress(copy);
        long bytes = ObjectLayout.align(ObjectLayout.ARRAY_DATA + ((long) length << Address.loadByte(metadata + ClassMetadata.ELEMENT_SHIFT))) - ObjectLayout.ARRAY_DATA;
        if (Address.loadByte(metadata + ClassMetadata.KIND) == ClassMetadata.KIND_REFERENCE_ARRAY) {
            ReferenceCopy.elements(from + ObjectLayout.ARRAY_DATA, to + ObjectLayout.ARRAY_DATA, (long) length * ObjectLayout.REFERENCE_BYTES);
        } else {
            Address.copyWords(from + ObjectLayout.ARRAY_DATA, to + ObjectLayout.ARRAY_DATA, bytes);
        }
        return copy;
    }
}
