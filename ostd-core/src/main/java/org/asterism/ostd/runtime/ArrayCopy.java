package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AlwaysInline;
import org.asterism.ostd.unsafe.NeverInline;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** {@link System#arraycopy}, with the messages of HotSpot. References move as whole words. */
public final class ArrayCopy {
    private ArrayCopy() {}

    /**
     * Copies elements between arrays, which may be the same.
     *
     * @param from      the source
     * @param fromIndex of the first element read
     * @param to        the destination
     * @param toIndex   of the first element written
     * @param count     of elements
     * @throws NullPointerException      if an array is null
     * @throws ArrayStoreException       if the arrays do not fit together, or an element does not fit the destination; those before it are copied
     * @throws IndexOutOfBoundsException if a range leaves its array; nothing is copied
     */
    public static void copy(Object from, int fromIndex, Object to, int toIndex, int count) {
        if (from != null && to != null) {
            long metadata = ClassObjects.metadataOfObject(from);
            if (metadata == ClassObjects.metadataOfObject(to) && ClassObjects.kind(metadata) == ClassMetadata.KIND_PRIMITIVE_ARRAY
                    && areInside(from, fromIndex, to, toIndex, count)) {
                int shift = Address.loadByte(metadata + ClassMetadata.ELEMENT_SHIFT);
                // SAFETY: both ranges lie in their arrays, which hold the same kind of primitives; from and to keep them alive.
                Address.copyBytes(ObjectReference.toAddress(from) + ObjectLayout.ARRAY_DATA + ((long) fromIndex << shift),
                        ObjectReference.toAddress(to) + ObjectLayout.ARRAY_DATA + ((long) toIndex << shift), (long) count << shift);
                return;
            }
        }
        copyOrRefuse(from, fromIndex, to, toIndex, count);
    }

    @AlwaysInline
    private static boolean areInside(Object from, int fromIndex, Object to, int toIndex, int count) {
        return (fromIndex | toIndex | count) >= 0 && fromIndex <= length(from) - count && toIndex <= length(to) - count;
    }

    /** Everything but the most frequent case, apart so that that one needs no frame. */
    @NeverInline
    private static void copyOrRefuse(Object from, int fromIndex, Object to, int toIndex, int count) {
        if (from == null || to == null) {
            throw new NullPointerException();
        }
        long source = ClassObjects.metadataOfObject(from);
        long target = ClassObjects.metadataOfObject(to);
        if (source != target || ClassObjects.elementOf(source) == 0) {
            checkKinds(source, target);
        }
        if (!areInside(from, fromIndex, to, toIndex, count)) {
            throw outOfBounds(from, fromIndex, to, toIndex, count);
        }
        int shift = Address.loadByte(source + ClassMetadata.ELEMENT_SHIFT);
        long fromAddress = ObjectReference.toAddress(from) + ObjectLayout.ARRAY_DATA + ((long) fromIndex << shift);
        long toAddress = ObjectReference.toAddress(to) + ObjectLayout.ARRAY_DATA + ((long) toIndex << shift);
        long bytes = (long) count << shift;
        if (shift == 3) {
            if (source != target && !ClassObjects.isAssignable(ClassObjects.elementOf(target), ClassObjects.elementOf(source))) {
                copyChecked((Object[]) from, fromIndex, (Object[]) to, toIndex, count);
                return;
            }
            // SAFETY: both ranges lie in their arrays, whose elements fit by class, and from and to keep the arrays alive.
            if (ClassObjects.kind(source) == ClassMetadata.KIND_REFERENCE_ARRAY) {
                ReferenceCopy.elements(fromAddress, toAddress, bytes);
            } else {
                Address.copyWords(fromAddress, toAddress, bytes);
            }
        } else {
            // SAFETY: both ranges lie in their arrays, which hold the same kind of primitives.
            Address.copyBytes(fromAddress, toAddress, bytes);
        }
    }

    private static int length(Object array) {
        return Address.loadInt(ObjectReference.toAddress(array) + ObjectLayout.ARRAY_LENGTH);
    }

    private static void copyChecked(Object[] from, int fromIndex, Object[] to, int toIndex, int count) {
        long element = ClassObjects.elementOf(ClassObjects.metadataOfObject(to));
        for (int i = 0; i < count; i++) {
            Object value = from[fromIndex + i];
            if (value != null && !ClassObjects.isAssignable(element, ClassObjects.metadataOfObject(value))) {
                long source = ClassObjects.metadataOfObject(from);
                throw new ArrayStoreException(ClassObjects.isAssignable(ClassObjects.elementOf(source), element)
                        ? "arraycopy: element type mismatch: can not cast one of the elements of " + typeName(source) + " to the type of the destination array, "
                                + ClassObjects.nameOf(element)
                        : "arraycopy: type mismatch: can not copy " + typeName(source) + " into " + ClassObjects.nameOf(element) + "[]");
            }
            to[toIndex + i] = value;
        }
    }

    private static void checkKinds(long source, long target) {
        checkArray("source", source);
        checkArray("destination", target);
        boolean primitiveSource = ClassObjects.kind(source) == ClassMetadata.KIND_PRIMITIVE_ARRAY;
        boolean primitiveTarget = ClassObjects.kind(target) == ClassMetadata.KIND_PRIMITIVE_ARRAY;
        if (primitiveSource || primitiveTarget) {
            throw new ArrayStoreException("arraycopy: type mismatch: can not copy " + described(source) + " into " + described(target));
        }
    }

    private static void checkArray(String which, long metadata) {
        if (ClassObjects.elementOf(metadata) == 0) {
            throw new ArrayStoreException("arraycopy: " + which + " type " + ClassObjects.nameOf(metadata) + " is not an array");
        }
    }

    private static ArrayIndexOutOfBoundsException outOfBounds(Object from, int fromIndex, Object to, int toIndex, int count) {
        String message;
        if (fromIndex < 0) {
            message = "source index " + fromIndex + bounds(from);
        } else if (toIndex < 0) {
            message = "destination index " + toIndex + bounds(to);
        } else if (count < 0) {
            message = "length " + count + " is negative";
        } else if (fromIndex > length(from) - count) {
            message = "last source index " + (fromIndex + (long) count & 0xFFFF_FFFFL) + bounds(from);
        } else {
            message = "last destination index " + (toIndex + (long) count & 0xFFFF_FFFFL) + bounds(to);
        }
        return new ArrayIndexOutOfBoundsException("arraycopy: " + message);
    }

    private static String bounds(Object array) {
        long metadata = ClassObjects.metadataOfObject(array);
        String type = ClassObjects.kind(metadata) == ClassMetadata.KIND_PRIMITIVE_ARRAY ? ClassObjects.nameOf(ClassObjects.elementOf(metadata)) : "object array";
        return " out of bounds for " + type + "[" + length(array) + "]";
    }

    private static String described(long metadata) {
        return ClassObjects.kind(metadata) == ClassMetadata.KIND_PRIMITIVE_ARRAY ? typeName(metadata) : "object array[]";
    }

    private static String typeName(long metadata) {
        return ClassObjects.nameOf(ClassObjects.elementOf(metadata)) + "[]";
    }
}
