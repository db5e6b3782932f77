package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ObjectLayout;
import org.asterism.ostd.unsafe.ObjectReference;

/** Questions about classes, answered from their metadata. Callable in any context unless it says that it allocates. */
public final class ClassObjects {
    private ClassObjects() {}

    /**
     * The metadata behind a class object.
     *
     * @param type any class of the image
     * @return its address
     */
    public static long metadataOf(Class<?> type) {
        // SAFETY: the compiler gives every class object this field.
        return Address.loadLong(ObjectReference.toAddress(type) + ClassMetadata.MIRROR_METADATA);
    }

    /**
     * The class object of a metadata record.
     *
     * @param metadata its address, or 0
     * @return null for 0
     */
    public static Class<?> classOf(long metadata) {
        // SAFETY: the compiler puts the address of a class object there.
        return metadata == 0 ? null : ObjectReference.fromAddress(Address.loadLong(metadata + ClassMetadata.MIRROR));
    }

    /**
     * The metadata of an object's class.
     *
     * @param object not null
     * @return its address
     */
    public static long metadataOfObject(Object object) {
        return Address.loadLong(ObjectReference.toAddress(object) + ObjectLayout.CLASS_POINTER);
    }

    /**
     * The kind of a class.
     *
     * @param metadata of it
     * @return one of the {@code KIND_} constants of {@link ClassMetadata}
     */
    public static int kind(long metadata) {
        return Address.loadByte(metadata + ClassMetadata.KIND);
    }

    /**
     * Whether a class has a property.
     *
     * @param metadata of it
     * @param flag     one of the {@code FLAG_} constants of {@link ClassMetadata}
     * @return whether its bit is set
     */
    public static boolean has(long metadata, int flag) {
        return (Address.loadShort(metadata + ClassMetadata.FLAGS) & flag) != 0;
    }

    /**
     * The class of an array's elements.
     *
     * @param metadata of any class
     * @return metadata of the element class, 0 if the class is no array
     */
    public static long elementOf(long metadata) {
        return Address.loadLong(metadata + ClassMetadata.ELEMENT_CLASS);
    }

    /**
     * The binary name of a class.
     *
     * @param metadata of it
     * @return a literal
     */
    public static String nameOf(long metadata) {
        // SAFETY: the compiler puts the address of a String there.
        return ObjectReference.fromAddress(Address.loadLong(metadata + ClassMetadata.NAME));
    }

    /**
     * Whether every value of one class can be assigned to another (JLS §4.10).
     *
     * @param target the wider class
     * @param source the narrower
     * @return whether source is target or a subtype of it
     */
    public static boolean isAssignable(long target, long source) {
        long wider = target;
        long narrower = source;
        while (wider != narrower && elementOf(wider) != 0) {
            wider = elementOf(wider);
            narrower = elementOf(narrower);
            if (narrower == 0) {
                return false;
            }
        }
        return wider == narrower || hasTestNumber(narrower, wider);
    }

    private static boolean hasTestNumber(long metadata, long supertype) {
        // SAFETY: every record has all test words.
        return Address.loadShort(metadata + Address.loadInt(supertype + ClassMetadata.TYPE_TEST_OFFSET)) == (short) Address.loadInt(supertype + ClassMetadata.TYPE_TEST_ID);
    }

    /**
     * How many interfaces a class names itself.
     *
     * @param metadata of it
     * @return a count
     */
    public static int interfaceCount(long metadata) {
        long list = Address.loadLong(metadata + ClassMetadata.INTERFACES);
        return list == 0 ? 0 : Address.loadInt(list);
    }

    /**
     * One of the interfaces a class names itself.
     *
     * @param metadata of it
     * @param index    from 0
     * @return metadata of the interface
     */
    public static long interfaceAt(long metadata, int index) {
        return Address.loadLong(Address.loadLong(metadata + ClassMetadata.INTERFACES) + 8 + index * 8L);
    }

    /**
     * How many interfaces are initialised with a class; none for interfaces.
     *
     * @param metadata of it
     * @return a count
     */
    public static int initializedInterfaceCount(long metadata) {
        long list = Address.loadLong(metadata + ClassMetadata.INTERFACES);
        return list == 0 ? 0 : Address.loadInt(list + 4);
    }

    /**
     * One of the interfaces that are initialised with a class.
     *
     * @param metadata of it
     * @param index    from 0
     * @return metadata of the interface
     */
    public static long initializedInterfaceAt(long metadata, int index) {
        return interfaceAt(metadata, interfaceCount(metadata) + index);
    }
}
