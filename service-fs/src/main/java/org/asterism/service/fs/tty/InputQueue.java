package org.asterism.service.fs.tty;

/** Bytes that can be read, with the ends of lines marked. Guarded by the discipline's lock. */
final class InputQueue {
    private static final int SIZE = 4096;
    private static final int LINE_END = 1 << 8;
    /** Ends a line without being part of it. */
    private static final int END_OF_FILE = 1 << 9;

    private final short[] ring = new short[SIZE];
    private int head;
    private int count;
    private int lines;

    boolean isFull() {
        return count >= SIZE - 1;
    }

    /** How many bytes more it takes. */
    int room() {
        return SIZE - count;
    }

    int count() {
        return count;
    }

    int lines() {
        return lines;
    }

    void add(byte value) {
        put(value & 0xff);
    }

    void addLineEnd(byte value) {
        put(value & 0xff | LINE_END);
        lines++;
    }

    void addEndOfFile() {
        put(END_OF_FILE | LINE_END);
        lines++;
    }

    private void put(int element) {
        if (count < SIZE) {
            ring[(head + count) % SIZE] = (short) element;
            count++;
        }
    }

    /** Makes what is there a line, when canonical mode begins. */
    void closeLine() {
        if (count == 0) {
            return;
        }
        int last = (head + count - 1) % SIZE;
        if ((ring[last] & LINE_END) == 0) {
            ring[last] |= LINE_END;
            lines++;
        }
    }

    /** Takes bytes up to the end of a line or without regard to lines. */
    int take(byte[] into, int length, boolean oneLine) {
        int done = 0;
        while (done < length && count > 0) {
            int element = next();
            if ((element & END_OF_FILE) != 0) {
                if (oneLine) {
                    return done;
                }
                continue;
            }
            into[done++] = (byte) element;
            if (oneLine && (element & LINE_END) != 0) {
                return done;
            }
        }
        if (oneLine && count > 0 && (ring[head] & END_OF_FILE) != 0) {
            next();
        }
        return done;
    }

    private int next() {
        int element = ring[head];
        head = (head + 1) % SIZE;
        count--;
        if ((element & LINE_END) != 0) {
            lines--;
        }
        return element;
    }

    void clear() {
        head = 0;
        count = 0;
        lines = 0;
    }
}
