package org.asterism.language.programs.concurrency;

/** Arrays of every size class and larger ones: fresh memory is zero, and nobody writes into what another task holds. */
public final class Allocations {
    private static final int KEPT = 12;
    private static final int STEPS = 700;
    private static final int LARGE = 40_000;

    private Allocations() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        Workers.compare(Allocations::work);
    }

    private static long work(int task) {
        byte[][] kept = new byte[KEPT][0];
        long random = task * 31L + 7;
        long digest = 0;
        for (int i = 0; i < STEPS; i++) {
            random = Workers.next(random);
            int slot = (int) (random >>> 20 & 0xffff) % KEPT;
            digest = Workers.mix(digest, check(kept[slot]));
            kept[slot] = fill(new byte[length(random, i)], (byte) (task * 16 + slot));
        }
        for (byte[] bytes : kept) {
            digest = Workers.mix(digest, check(bytes));
        }
        return digest;
    }

    /** Mostly small; every 64th a large object; never so many bytes that clearing them is all that happens. */
    private static int length(long random, int step) {
        if (step % 64 == 63) {
            return LARGE + (int) (random & 0xfff);
        }
        int most = 16 << (int) (random >>> 40 & 7);
        return (int) (random >>> 44) % most & most - 1;
    }

    private static byte[] fill(byte[] fresh, byte value) {
        for (int i = 0; i < fresh.length; i += 1 + fresh.length / 64) {
            if (fresh[i] != 0) {
                throw new IllegalStateException("a new array of " + fresh.length + " bytes holds " + fresh[i] + " at " + i);
            }
            fresh[i] = value;
        }
        return fresh;
    }

    private static long check(byte[] bytes) {
        for (int i = 0; i < bytes.length; i += 1 + bytes.length / 64) {
            if (bytes[i] != bytes[0]) {
                throw new IllegalStateException("an array of " + bytes.length + " bytes holds " + bytes[i] + " at " + i + ", not " + bytes[0]);
            }
        }
        return bytes.length == 0 ? 0 : bytes.length * 256L + bytes[0];
    }
}
