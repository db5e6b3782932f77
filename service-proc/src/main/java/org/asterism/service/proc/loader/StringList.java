package org.asterism.service.proc.loader;

import java.util.Arrays;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.mm.UserMemory;

/** Strings packed one after the other, each with a zero byte at the end: arguments or environment of a program. */
public final class StringList {
    /** Most bytes of one string, its end included (MAX_ARG_STRLEN). */
    public static final int LARGEST_STRING = 128 << 10;
    private static final int FIRST_CAPACITY = 256;
    private static final int CHUNK = 1024;
    private static final int POINTER_BYTES = 8;

    private byte[] bytes;
    private int length;
    private int count;

    /** An empty list. */
    public StringList() {
        bytes = new byte[FIRST_CAPACITY];
    }

    /**
     * Copies an array of pointers to strings from user memory.
     *
     * @param address of the array, which ends with a null pointer; 0 for an empty list
     * @param budget most bytes to take, pointers included
     * @return the strings
     * @throws KernelException {@code EFAULT}; {@code E2BIG} if a string or the whole is too long
     */
    public static StringList read(long address, long budget) throws KernelException {
        StringList list = new StringList();
        if (address == 0) {
            return list;
        }
        byte[] pointers = new byte[CHUNK];
        byte[] chunk = new byte[CHUNK];
        int available = 0;
        for (long at = address, index = 0;; index += POINTER_BYTES) {
            if (index == available) {
                available = UserMemory.read(at, pointers, 0, CHUNK) & -POINTER_BYTES;
                index = 0;
                at += available;
                if (available == 0) {
                    throw KernelException.of(Errno.EFAULT);
                }
            }
            long pointer = LittleEndian.getLong(pointers, (int) index);
            if (pointer == 0) {
                return list;
            }
            list.readString(pointer, chunk);
            if (list.footprint() > budget) {
                throw KernelException.of(Errno.E2BIG);
            }
        }
    }

    private void readString(long address, byte[] chunk) throws KernelException {
        int start = length;
        while (true) {
            int got = UserMemory.readString(address + (length - start), chunk);
            if (got == -1) {
                throw KernelException.of(Errno.EFAULT);
            }
            boolean complete = got >= 0;
            append(chunk, complete ? got : chunk.length);
            if (length - start >= LARGEST_STRING) {
                throw KernelException.of(Errno.E2BIG);
            }
            if (complete) {
                endString();
                return;
            }
        }
    }

    private void append(byte[] from, int size) {
        if (bytes.length - length <= size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + size + 1));
        }
        System.arraycopy(from, 0, bytes, length, size);
        length += size;
    }

    private void endString() {
        bytes[length++] = 0;
        count++;
    }

    /**
     * Adds a string at the end.
     *
     * @param text characters below 256
     * @return this
     */
    public StringList add(String text) {
        byte[] encoded = Latin1.encode(text);
        append(encoded, encoded.length);
        endString();
        return this;
    }

    /**
     * A list with other strings in place of the first.
     *
     * @param front what comes first
     * @return a new list: {@code front}, then this without its first string
     */
    public StringList replaceFirst(StringList front) {
        StringList made = new StringList();
        made.append(front.bytes, front.length);
        made.count = front.count;
        if (count > 0) {
            int skipped = 0;
            while (bytes[skipped] != 0) {
                skipped++;
            }
            skipped++;
            byte[] rest = Arrays.copyOfRange(bytes, skipped, length);
            made.append(rest, rest.length);
            made.count += count - 1;
        }
        return made;
    }

    /**
     * How many strings.
     *
     * @return from 0
     */
    public int count() {
        return count;
    }

    /**
     * Bytes of all strings.
     *
     * @return ends included
     */
    public int length() {
        return length;
    }

    /**
     * Room on a stack.
     *
     * @return bytes of strings and pointers
     */
    public long footprint() {
        return length + (long) POINTER_BYTES * count;
    }

    byte[] bytes() {
        return bytes;
    }
}
