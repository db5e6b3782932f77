package org.asterism.service.fs.initramfs;

/**
 * Decompresses one gzip member, a byte at a time over a window of 32 KiB. Errors end the stream early and are told by
 * {@link #problem}.
 */
final class Inflate implements ByteSource {
    private static final int WINDOW = 1 << 15;
    private static final int END_OF_BLOCK = 256;
    private static final int[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int[] LENGTH_BASE = {3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83,
        99, 115, 131, 163, 195, 227, 258};
    private static final int[] LENGTH_EXTRA =
        {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
    private static final int[] DISTANCE_BASE = {1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769,
        1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
    private static final int[] DISTANCE_EXTRA =
        {0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

    private enum State { BLOCK_HEADER, STORED, CODED, DONE }

    private final BitSource bits;
    private final byte[] window = new byte[WINDOW];
    private int written;
    private State state = State.BLOCK_HEADER;
    private boolean isLastBlock;
    private int storedLeft;
    private int copyLeft;
    private int copyDistance;
    private HuffmanCode literals;
    private HuffmanCode distances;
    private String problem;

    /** Reads the header of a member; the two magic bytes come first. */
    Inflate(ByteSource source) {
        bits = new BitSource(source);
        readHeader();
    }

    /** What is wrong with the data; null if nothing is. */
    String problem() {
        return problem;
    }

    private void readHeader() {
        int magic = bits.take(16);
        int method = bits.take(8);
        int flags = bits.take(8);
        bits.take(16);
        bits.take(16);
        bits.take(16);
        if (magic != 0x8b1f || method != 8) {
            fail("no gzip header");
            return;
        }
        if ((flags & 4) != 0) {
            for (int left = bits.take(16); left > 0; left--) {
                bits.take(8);
            }
        }
        skipText((flags & 8) != 0);
        skipText((flags & 16) != 0);
        if ((flags & 2) != 0) {
            bits.take(16);
        }
    }

    private void skipText(boolean present) {
        boolean more = present;
        while (more && !bits.isEnded()) {
            more = bits.take(8) != 0;
        }
    }

    @Override
    public int next() {
        while (true) {
            if (copyLeft > 0) {
                copyLeft--;
                return put(window[written - copyDistance & WINDOW - 1]);
            }
            switch (state) {
                case BLOCK_HEADER -> beginBlock();
                case STORED -> {
                    if (storedLeft > 0) {
                        storedLeft--;
                        return put((byte) bits.take(8));
                    }
                    state = State.BLOCK_HEADER;
                }
                case CODED -> {
                    int symbol = literals.decode(bits);
                    if (symbol >= 0 && symbol < END_OF_BLOCK) {
                        return put((byte) symbol);
                    }
                    endOrCopy(symbol);
                }
                default -> {
                    return -1;
                }
            }
            if (bits.isEnded()) {
                fail("the data end too early");
            }
        }
    }

    private int put(byte value) {
        window[written++ & WINDOW - 1] = value;
        return value & 0xff;
    }

    private void beginBlock() {
        if (isLastBlock) {
            bits.align();
            bits.take(16);
            bits.take(16);
            bits.take(16);
            bits.take(16);
            state = State.DONE;
            return;
        }
        isLastBlock = bits.take(1) != 0;
        switch (bits.take(2)) {
            case 0 -> {
                bits.align();
                storedLeft = bits.take(16);
                if (bits.take(16) != (storedLeft ^ 0xffff)) {
                    fail("a stored block whose length and its complement differ");
                    return;
                }
                state = State.STORED;
            }
            case 1 -> useFixedCodes();
            case 2 -> readCodes();
            default -> fail("a block of unknown type");
        }
    }

    private void useFixedCodes() {
        int[] lengths = new int[288 + 30];
        for (int i = 0; i < 288; i++) {
            lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
        }
        for (int i = 288; i < lengths.length; i++) {
            lengths[i] = 5;
        }
        literals = new HuffmanCode(lengths, 0, 288);
        distances = new HuffmanCode(lengths, 288, 30);
        state = State.CODED;
    }

    private void readCodes() {
        int literalCount = bits.take(5) + 257;
        int distanceCount = bits.take(5) + 1;
        int lengthCount = bits.take(4) + 4;
        int[] lengths = new int[320];
        for (int i = 0; i < lengthCount; i++) {
            lengths[LENGTH_ORDER[i]] = bits.take(3);
        }
        HuffmanCode lengthCode = new HuffmanCode(lengths, 0, 19);
        int[] all = new int[literalCount + distanceCount];
        int index = 0;
        while (index < all.length) {
            int symbol = lengthCode.decode(bits);
            if (symbol >= 0 && symbol < 16) {
                all[index++] = symbol;
                continue;
            }
            int value = symbol == 16 && index > 0 ? all[index - 1] : 0;
            int repeat = symbol == 16 ? 3 + bits.take(2) : symbol == 17 ? 3 + bits.take(3) : 11 + bits.take(7);
            if (symbol < 0 || symbol == 16 && index == 0 || index + repeat > all.length || bits.isEnded()) {
                fail("code lengths that do not fit");
                return;
            }
            while (repeat-- > 0) {
                all[index++] = value;
            }
        }
        literals = new HuffmanCode(all, 0, literalCount);
        distances = new HuffmanCode(all, literalCount, distanceCount);
        state = State.CODED;
    }

    private void endOrCopy(int symbol) {
        if (symbol == END_OF_BLOCK) {
            state = State.BLOCK_HEADER;
            return;
        }
        int length = symbol - END_OF_BLOCK - 1;
        if (symbol < 0 || length >= LENGTH_BASE.length) {
            fail("bits that are no code");
            return;
        }
        int count = LENGTH_BASE[length] + bits.take(LENGTH_EXTRA[length]);
        int distance = distances.decode(bits);
        if (distance < 0 || distance >= DISTANCE_BASE.length) {
            fail("bits that are no distance");
            return;
        }
        copyDistance = DISTANCE_BASE[distance] + bits.take(DISTANCE_EXTRA[distance]);
        if (copyDistance > written && written >= 0) {
            fail("a distance of " + copyDistance + " after " + written + " bytes");
            return;
        }
        copyLeft = count;
    }

    private void fail(String what) {
        if (problem == null) {
            problem = what;
        }
        state = State.DONE;
        copyLeft = 0;
    }
}
