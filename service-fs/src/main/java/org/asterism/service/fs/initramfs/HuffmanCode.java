package org.asterism.service.fs.initramfs;

/**
 * A canonical prefix code: short codes by a table, longer ones bit by bit by the count of codes of each length. Source: RFC
 * 1951 §3.2.2.
 */
final class HuffmanCode {
    private static final int MAX_BITS = 15;
    private static final int TABLE_BITS = 9;

    private final int[] count = new int[MAX_BITS + 1];
    private final int[] symbols;
    /** By the next bits: the symbol above four bits of code length; 0 for longer codes. */
    private final int[] table = new int[1 << TABLE_BITS];

    HuffmanCode(int[] lengths, int from, int number) {
        symbols = new int[number];
        for (int i = 0; i < number; i++) {
            count[lengths[from + i]]++;
        }
        count[0] = 0;
        int[] offsets = new int[MAX_BITS + 2];
        int[] nextCode = new int[MAX_BITS + 2];
        for (int bits = 1; bits <= MAX_BITS; bits++) {
            offsets[bits + 1] = offsets[bits] + count[bits];
            nextCode[bits + 1] = nextCode[bits] + count[bits] << 1;
        }
        for (int i = 0; i < number; i++) {
            int bits = lengths[from + i];
            if (bits != 0) {
                symbols[offsets[bits]++] = i;
                enter(i, bits, nextCode[bits]++);
            }
        }
    }

    private void enter(int symbol, int bits, int code) {
        if (bits > TABLE_BITS) {
            return;
        }
        int reversed = Integer.reverse(code) >>> 32 - bits;
        for (int at = reversed; at < table.length; at += 1 << bits) {
            table[at] = symbol << 4 | bits;
        }
    }

    /** The next symbol; −1 if the bits are no code. */
    int decode(BitSource bits) {
        int known = table[bits.peek(TABLE_BITS)];
        if (known != 0) {
            bits.drop(known & 15);
            return known >>> 4;
        }
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= MAX_BITS; length++) {
            code |= bits.take(1);
            int number = count[length];
            if (code - number < first) {
                return symbols[index + code - first];
            }
            index += number;
            first = first + number << 1;
            code <<= 1;
        }
        return -1;
    }
}
