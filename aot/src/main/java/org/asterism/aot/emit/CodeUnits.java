package org.asterism.aot.emit;

/** The code units of strings, as they are: unlike a charset's encoder this keeps surrogates without a partner. */
final class CodeUnits {
    private CodeUnits() {
    }

    /** Two bytes for each code unit, the lower one first. */
    static byte[] littleEndian(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >>> Byte.SIZE);
        }
        return bytes;
    }
}
