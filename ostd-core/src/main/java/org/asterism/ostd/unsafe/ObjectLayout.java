package org.asterism.ostd.unsafe;

/**
 * Where things lie inside an object, in bytes from its header. The compiler and the heap both read these constants.
 *
 * <p>Every object starts with an 8-byte pointer to its class metadata and a 4-byte word for hash and lock. Instance fields follow,
 * superclass first, each naturally aligned; an array has its length, then its elements. Objects are 16-byte aligned.
 */
public final class ObjectLayout {
    /** 8 bytes: address of the class metadata. */
    public static final int CLASS_POINTER = 0;
    /** 4 bytes: identity hash and lock state. */
    public static final int LOCK_WORD = 8;
    /** Where instance fields begin. */
    public static final int FIRST_FIELD = 12;
    /** 4 bytes: the length of an array, in elements. */
    public static final int ARRAY_LENGTH = 12;
    /** The first element of an array. */
    public static final int ARRAY_DATA = 16;
    /** Objects start at multiples of this and occupy multiples of it. */
    public static final int ALIGNMENT = 16;
    /** Bytes of one reference. */
    public static final int REFERENCE_BYTES = 8;

    private ObjectLayout() {}

    /**
     * The bytes an object occupies, from its fields' end.
     *
     * @param bytes what it needs
     * @return that, rounded up to {@link #ALIGNMENT}
     */
    public static long align(long bytes) {
        return bytes + ALIGNMENT - 1 & -ALIGNMENT;
    }
}
