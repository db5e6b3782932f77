package org.asterism.ostd.log;

/** The newest lines of a log as bytes of a ring: "[seconds.micros] message". Makes no objects; its owner's lock guards it. */
public final class LogRing {
    private static final int RING_BYTES = 64 << 10;
    private static final int PREFIX_BYTES = 15;

    private final byte[] ring = new byte[RING_BYTES];
    private final byte[] prefix = new byte[PREFIX_BYTES];
    private long written;

    /** An empty ring. */
    public LogRing() {
    }

    /**
     * Adds a line.
     *
     * @param micros since the machine came up
     * @param message characters beyond ASCII become question marks
     */
    public void append(long micros, String message) {
        writePrefix(micros);
        for (int i = 0; i < PREFIX_BYTES; i++) {
            put(prefix[i]);
        }
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            put(c < 0x80 ? (byte) c : (byte) '?');
        }
        put((byte) '\n');
    }

    /**
     * Where the next line begins.
     *
     * @return bytes ever written
     */
    public long written() {
        return written;
    }

    /** A receiver of consecutive bytes. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes some.
         *
         * @param from holds them
         * @param at index of the first
         * @param length how many
         */
        void write(byte[] from, int at, int length);
    }

    /**
     * Hands out what was written between two moments, as far as it is still there. Needs no lock: what is overwritten meanwhile is handed out
     * as newer bytes.
     *
     * @param start an earlier {@link #written()}
     * @param end a later one
     * @param sink called once or twice: the end of the ring may lie between
     */
    public void show(long start, long end, Sink sink) {
        long from = Math.max(start, end - RING_BYTES);
        while (from < end) {
            int at = (int) (from % RING_BYTES);
            int part = (int) Math.min(end - from, RING_BYTES - at);
            sink.write(ring, at, part);
            from += part;
        }
    }

    /**
     * Copies the newest bytes.
     *
     * @param into filled from its beginning
     * @return how many
     */
    public int read(byte[] into) {
        int count = (int) Math.min(Math.min(written, RING_BYTES), into.length);
        for (int i = 0; i < count; i++) {
            into[i] = ring[(int) ((written - count + i) % RING_BYTES)];
        }
        return count;
    }

    private void put(byte b) {
        ring[(int) (written++ % RING_BYTES)] = b;
    }

    private void writePrefix(long micros) {
        long rest = micros;
        for (int i = PREFIX_BYTES - 3; i > 0; i--) {
            if (i == 6) {
                prefix[i] = '.';
            } else {
                prefix[i] = rest == 0 && i < 5 ? (byte) ' ' : (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        prefix[0] = '[';
        prefix[PREFIX_BYTES - 2] = ']';
        prefix[PREFIX_BYTES - 1] = ' ';
    }
}
