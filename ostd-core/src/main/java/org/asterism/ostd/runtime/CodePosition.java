package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblyAddress;
import org.asterism.ostd.unsafe.ObjectReference;

/**
 * The Java frames of one address of machine code: the method inlined deepest first, then its callers up to the method whose code it is.
 * Allocates nothing.
 *
 * <p>The table it reads, all numbers 4 bytes unless said otherwise: at {@code asterism_code_base}, 8 bytes, the lowest address;
 * {@code blocks}, in rising order, each the distance of its start from there, and the offset of its first row, or -1 where no Java code lies;
 * {@code rows}, each the bytes of code it is about, and how the line differs from the row before (twice, negative ones inverted), twice,
 * plus 1 if the place differs too and follows; these as LEB128; {@code places}: number of the method, number of the place where it was inlined
 * or -1, and the line there; {@code methods}: distances to the Strings of class, method, source file or 0, and bundle or 0, and flags.
 */
public final class CodePosition {
    /** The frame belongs to the making of a throwable, if nothing but such frames lies inside it. */
    public static final int PART_OF_THROWING = 1;
    /** The frame is a constructor or {@code fillInStackTrace} of a class of throwables. */
    public static final int MAKES_THROWABLE = 1 << 1;
    /** Traces leave the frame out, as a JVM's do. */
    public static final int HIDDEN = 1 << 2;

    private static final int BLOCK_BYTES = 8;
    private static final int PLACE_BYTES = 12;
    private static final int METHOD_BYTES = 20;
    private static final int FLAGS = 16;

    private long cursor;
    private int place;
    private int line;

    /** A position that is nowhere yet. */
    public CodePosition() {}

    @AssemblyAddress("asterism_code_base")
    private static native long base();

    @AssemblyAddress("asterism_code_blocks")
    private static native long blocks();

    @AssemblyAddress("asterism_code_places")
    private static native long places();

    @AssemblyAddress("asterism_code_methods")
    private static native long methods();

    @AssemblyAddress("asterism_code_rows")
    private static native long rows();

    /**
     * Goes to the innermost frame of an instruction.
     *
     * @param address of the instruction; of a call, its return address less 1
     * @return whether it is compiled Java code
     */
    public boolean find(long address) {
        long offset = address - Address.loadLong(base());
        long low = 0;
        long high = (places() - blocks()) / BLOCK_BYTES;
        while (low < high) {
            long middle = low + high >>> 1;
            if (offset >= start(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int first = low == 0 ? -1 : Address.loadInt(blocks() + (low - 1) * BLOCK_BYTES + 4);
        if (first >= 0) {
            cursor = rows() + first;
            place = 0;
            line = 0;
            for (long end = start(low - 1); offset >= end;) {
                end += number();
                int code = number();
                place = (code & 1) != 0 ? number() : place;
                line += code >>> 2 ^ -(code >>> 1 & 1);
            }
        }
        return first >= 0;
    }

    private static long start(long block) {
        return Address.loadInt(blocks() + block * BLOCK_BYTES) & 0xffff_ffffL;
    }

    private int number() {
        int value = 0;
        int octet;
        int shift = 0;
        do {
            octet = Address.loadByte(cursor++);
            value |= (octet & 127) << shift;
            shift += 7;
        } while (octet < 0);
        return value;
    }

    /**
     * Goes on to the frame that this one was inlined in.
     *
     * @return whether there is one; the position stays if not
     */
    public boolean caller() {
        long at = places() + (long) place * PLACE_BYTES;
        int parent = Address.loadInt(at + 4);
        if (parent >= 0) {
            line = Address.loadInt(at + 8);
            place = parent;
        }
        return parent >= 0;
    }

    /**
     * The source line.
     *
     * @return 0 if it is not known
     */
    public int line() {
        return line;
    }

    /**
     * The class of the frame.
     *
     * @return its binary name
     */
    public String className() {
        return name(0);
    }

    /**
     * The method of the frame.
     *
     * @return its name
     */
    public String methodName() {
        return name(4);
    }

    /**
     * The source file of the frame.
     *
     * @return its name without folders; null if the class file does not tell
     */
    public String fileName() {
        return name(8);
    }

    /**
     * The bundle that the class of the frame is from.
     *
     * @return its symbolic name; null in an image without bundles
     */
    public String bundle() {
        return name(12);
    }

    /**
     * The bundle of a class some of whose code is known.
     *
     * @param className binary name
     * @return its symbolic name; null in an image without bundles, or if no code of the class is known
     */
    public static String bundleOf(String className) {
        // SAFETY: rows follow methods, so the loop stays within the table of methods.
        for (long method = methods(); method < rows(); method += METHOD_BYTES) {
            if (className.equals(name(method, 0))) {
                return name(method, 12);
            }
        }
        return null;
    }

    /**
     * Tells what is special about the frame.
     *
     * @param flag one of the constants above
     * @return whether it is
     */
    public boolean is(int flag) {
        return (Address.loadInt(method() + FLAGS) & flag) != 0;
    }

    private long method() {
        return methods() + (long) Address.loadInt(places() + (long) place * PLACE_BYTES) * METHOD_BYTES;
    }

    private String name(int offset) {
        return name(method(), offset);
    }

    private static String name(long method, int offset) {
        long slot = method + offset;
        int distance = Address.loadInt(slot);
        // SAFETY: the compiler put the distance to a String of the image, or 0, there.
        return distance == 0 ? null : (String) ObjectReference.fromAddress(slot + distance);
    }
}
