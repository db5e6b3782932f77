package org.asterism.service.fs.path;

import java.nio.charset.StandardCharsets;

/** Bytes as strings with one character each, so that names of any bytes survive. */
public final class Latin1 {
    private Latin1() {
    }

    /**
     * Makes a string.
     *
     * @param from the bytes
     * @param at index of the first one
     * @param length how many
     * @return with as many characters
     */
    public static String decode(byte[] from, int at, int length) {
        return new String(from, at, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * Makes bytes.
     *
     * @param text characters below 256
     * @return one byte a character
     */
    public static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
