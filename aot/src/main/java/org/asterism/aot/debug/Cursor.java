package org.asterism.aot.debug;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A place in a section, and the encodings that DWARF uses (§7). */
final class Cursor {
    private static final int CONTINUED = 0x80;
    private static final int PAYLOAD = 0x7f;
    private static final int SIGN = 0x40;

    private final ByteBuffer bytes;
    private int position;

    Cursor(ByteBuffer bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** Another cursor in the same section. */
    Cursor at(long offset) {
        return new Cursor(bytes, (int) offset);
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= bytes.limit();
    }

    void skip(long count) {
        position += (int) count;
    }

    int octet() {
        return bytes.get(position++) & 0xff;
    }

    int half() {
        position += 2;
        return bytes.getShort(position - 2) & 0xffff;
    }

    long word() {
        position += 4;
        return bytes.getInt(position - 4) & 0xffff_ffffL;
    }

    long quad() {
        position += 8;
        return bytes.getLong(position - 8);
    }

    /** ULEB128 (§7.6). */
    long unsigned() {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            int octet = octet();
            value |= (long) (octet & PAYLOAD) << shift;
            if ((octet & CONTINUED) == 0) {
                return value;
            }
        }
    }

    /** SLEB128 (§7.6). */
    long signed() {
        long value = 0;
        int shift = 0;
        int octet;
        do {
            octet = octet();
            value |= (long) (octet & PAYLOAD) << shift;
            shift += 7;
        } while ((octet & CONTINUED) != 0);
        return (octet & SIGN) != 0 && shift < Long.SIZE ? value | -1L << shift : value;
    }

    /** A string that ends in a zero byte. */
    String string() {
        int start = position;
        while (octet() != 0) {
            continue;
        }
        byte[] text = new byte[position - 1 - start];
        bytes.get(start, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
