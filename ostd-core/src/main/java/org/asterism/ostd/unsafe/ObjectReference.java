package org.asterism.ostd.unsafe;

/**
 * The passage between Java references and raw addresses; intrinsics of the compiler, absent on a JVM.
 *
 * <h2>Safety</h2>
 * <ul>
 * <li>An address keeps its object alive only while it lies in a register or on a stack that the collector scans, or as long as some
 * reference does.</li>
 * <li>{@link #fromAddress} must be given 0 or the address of the first byte of a live object of the type the caller then assumes.</li>
 * </ul>
 */
public final class ObjectReference {
    private ObjectReference() {}

    /**
     * The address of an object.
     *
     * @param object any reference, or null
     * @return the address of its header, 0 for null; objects do not move
     */
    public static long toAddress(Object object) {
        throw new UnsupportedOperationException("objects of a JVM have no address; this code runs only when compiled ahead of time");
    }

    /**
     * The object at an address.
     *
     * @param <T>     what the caller knows it to be; not checked
     * @param address of an object's header, or 0
     * @return the reference, null for 0
     */
    public static <T> T fromAddress(long address) {
        throw new UnsupportedOperationException("a JVM cannot make a reference of address 0x" + Long.toHexString(address) + "; this code runs only when compiled ahead of time");
    }
}
