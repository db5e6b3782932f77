package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Makes the exceptions that bytecodes throw by themselves, with the messages of HotSpot. Each method returns the exception to throw,
 * never null; where memory is exhausted that is the preallocated {@link OutOfMemoryError}.
 */
public final class ExceptionSupport {
    private static final OutOfMemoryError NO_FRAME = new OutOfMemoryError("no free frame");

    private static OutOfMemoryError outOfMemory;
    private static OutOfMemoryError arrayTooLong;

    private ExceptionSupport() {}

    /** Makes what must exist before memory can run out. */
    static void prepare() {
        outOfMemory = new OutOfMemoryError("Java heap space");
        arrayTooLong = new OutOfMemoryError("Requested array size exceeds VM limit");
    }

    /**
     * Whether a throwable is preallocated and shared, so that nobody may add to it.
     *
     * @param throwable any
     * @return true for the shared OutOfMemoryErrors
     */
    public static boolean isFrozen(Object throwable) {
        return throwable == outOfMemory || throwable == arrayTooLong || throwable == NO_FRAME;
    }

    /**
     * The preallocated error for exhausted memory.
     *
     * @return always the same
     */
    public static OutOfMemoryError outOfMemory() {
        return outOfMemory;
    }

    /**
     * The preallocated error for an array of a length that no memory would do for.
     *
     * @return always the same
     */
    static OutOfMemoryError arrayTooLong() {
        return arrayTooLong;
    }

    /**
     * The preallocated error for exhausted frames.
     *
     * @return always the same
     */
    public static OutOfMemoryError noFrame() {
        return NO_FRAME;
    }

    /**
     * For a null receiver, array, lock or throwable.
     *
     * @return a {@link NullPointerException}
     */
    public static Throwable nullPointer() {
        try {
            return new NullPointerException();
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    /**
     * For an integer division by zero.
     *
     * @return an {@link ArithmeticException}
     */
    public static Throwable arithmetic() {
        try {
            return new ArithmeticException("/ by zero");
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    /**
     * For an index outside an array.
     *
     * @param index  asked for
     * @param length of the array
     * @return an {@link ArrayIndexOutOfBoundsException}
     */
    public static Throwable arrayIndex(int index, int length) {
        try {
            return new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    /**
     * For an element of the wrong class.
     *
     * @param element the one refused
     * @return an {@link ArrayStoreException}
     */
    public static Throwable arrayStore(Object element) {
        try {
            return new ArrayStoreException(element.getClass().getName());
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    /**
     * For a failed cast.
     *
     * @param object         of the wrong class
     * @param targetMetadata the class it was cast to
     * @return a {@link ClassCastException}
     */
    public static Throwable classCast(Object object, long targetMetadata) {
        try {
            return new ClassCastException(castRefusal(ClassObjects.metadataOfObject(object), targetMetadata));
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    private static String castRefusal(long source, long target) {
        String from = ClassObjects.nameOf(source);
        String to = ClassObjects.nameOf(target);
        String places = Address.loadInt(source + ClassMetadata.BUNDLE) == Address.loadInt(target + ClassMetadata.BUNDLE) ? from + " and " + to + " are in " + place(target)
                : from + " is in " + place(source) + "; " + to + " is in " + place(target);
        return "class " + from + " cannot be cast to class " + to + " (" + places + ")";
    }

    /** Where a class comes from, in HotSpot's words. */
    private static String place(long metadata) {
        return Address.loadInt(metadata + ClassMetadata.BUNDLE) == 0 ? "module java.base of loader 'bootstrap'" : "unnamed module of loader 'app'";
    }

    /**
     * For an array of negative length.
     *
     * @param length asked for
     * @return a {@link NegativeArraySizeException}
     */
    public static Throwable negativeArraySize(int length) {
        try {
            return new NegativeArraySizeException(Integer.toString(length));
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    /**
     * For recursion beyond the stack limit. Below the limit lies a reserve, in which the error is made without further tests.
     *
     * @return a {@link StackOverflowError}
     */
    public static Throwable stackOverflow() {
        long limit = StackReserve.open();
        try {
            return new StackOverflowError();
        } catch (OutOfMemoryError error) {
            return error;
        } finally {
            StackReserve.close(limit);
        }
    }

    /**
     * For a receiver that does not implement the interface called.
     *
     * @return an {@link IncompatibleClassChangeError}
     */
    public static Throwable incompatibleClassChange() {
        try {
            return new IncompatibleClassChangeError();
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    /**
     * For a member that the profile of the image leaves out.
     *
     * @param member what was called, in words
     * @return a {@link LinkageError}
     */
    public static Throwable linkage(String member) {
        try {
            return new LinkageError(member);
        } catch (OutOfMemoryError error) {
            return error;
        }
    }

    /**
     * Ends everything because an exception reached code that cannot take one.
     *
     * @param throwable what nobody caught
     */
    public static void escaped(Throwable throwable) {
        Abort.because(throwable);
    }
}
