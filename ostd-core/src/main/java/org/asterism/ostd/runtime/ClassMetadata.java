package org.asterism.ostd.runtime;

/**
 * Layout of the static record that the compiler emits for every class of an image. The class pointer at offset 0 of each
 * object points to one. Offsets are in bytes; the compiler reads these constants, so this file is the only description.
 */
public final class ClassMetadata {
    /** {@code long}: address of the statically emitted {@code java.lang.Class} object. */
    public static final int MIRROR = 0;
    /** {@code int}: bytes of an instance, header included, a multiple of 16; 0 for arrays. */
    public static final int INSTANCE_SIZE = 8;
    /** {@code byte}: one of the {@code KIND_} constants. */
    public static final int KIND = 12;
    /** {@code byte}: binary logarithm of the size of an array element. */
    public static final int ELEMENT_SHIFT = 13;
    /** {@code short}: a set of {@code FLAG_} bits. */
    public static final int FLAGS = 14;
    /** {@code long}: metadata of the superclass, 0 for {@code Object}, interfaces and primitives. */
    public static final int SUPERCLASS = 16;
    /** {@code long}: metadata of the element class of an array, else 0. */
    public static final int ELEMENT_CLASS = 24;
    /** {@code long}: metadata of the array class with this element class, 0 if it is not in the image. */
    public static final int ARRAY_CLASS = 32;
    /** {@code long}: address of an {@code int} count followed by that many {@code int} offsets of reference fields. */
    public static final int REFERENCE_MAP = 40;
    /** {@code int}: dense class number, from 1. */
    public static final int CLASS_ID = 48;
    /** {@code int}: one of the {@code STATE_} constants; read with acquire. */
    public static final int INITIALIZATION_STATE = 52;
    /** {@code long}: address of the compiled class initialiser, 0 if there is none. It takes nothing and returns the exception or 0. */
    public static final int INITIALIZER = 56;
    /** {@code long}: address of a static {@code java.lang.String} with the binary name. */
    public static final int NAME = 64;
    /** {@code long}: address of the static slot that holds the array of enum constants, or 0. */
    public static final int ENUM_CONSTANTS = 72;
    /** {@code int}: offset inside a metadata record of the {@code short} that identifies this type in its subtypes. */
    public static final int TYPE_TEST_OFFSET = 80;
    /** {@code int}: the value found there exactly in the subtypes of this type. */
    public static final int TYPE_TEST_ID = 84;
    /** {@code int}: the modifiers of the class file. */
    public static final int MODIFIERS = 88;
    /** {@code int}: number of the bundle that the class comes from, 0 for {@code java.base}. */
    public static final int BUNDLE = 92;
    /**
     * {@code long}: address of two {@code int} counts, then the metadata addresses of the direct superinterfaces, and of those that are to be
     * initialised with a class but not with its superclass, in their order (JVMS §5.5).
     */
    public static final int INTERFACES = 96;
    /** First byte of the compiler-private part: type-test words, then the dispatch table. */
    public static final int PRIVATE_PART = 104;

    /** An ordinary class. */
    public static final int KIND_INSTANCE = 0;
    /** An array of references. */
    public static final int KIND_REFERENCE_ARRAY = 1;
    /** An array of primitives. */
    public static final int KIND_PRIMITIVE_ARRAY = 2;
    /** A primitive type or {@code void}. */
    public static final int KIND_PRIMITIVE = 3;
    /** An interface or abstract class: never instantiated. */
    public static final int KIND_ABSTRACT = 4;

    /** A subclass of {@code java.lang.ref.Reference}. */
    public static final int FLAG_REFERENCE = 1;
    /** An enum class. */
    public static final int FLAG_ENUM = 2;
    /** A record class. */
    public static final int FLAG_RECORD = 4;
    /** An interface. */
    public static final int FLAG_INTERFACE = 8;
    /** An abstract class. */
    public static final int FLAG_ABSTRACT = 16;
    /** Implements {@code Cloneable}. */
    public static final int FLAG_CLONEABLE = 32;

    /** Not initialised. */
    public static final int STATE_UNINITIALIZED = 0;
    /** Some task is running the initialiser. */
    public static final int STATE_RUNNING = 1;
    /** Initialised. */
    public static final int STATE_INITIALIZED = 2;
    /** The initialiser threw. */
    public static final int STATE_FAILED = 3;

    /** Offset, in a {@code java.lang.Class} object, of the {@code long} address of its metadata. */
    public static final int MIRROR_METADATA = 16;

    private ClassMetadata() {
    }
}
