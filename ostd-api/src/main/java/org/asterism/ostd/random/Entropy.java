package org.asterism.ostd.random;

import org.asterism.ostd.spi.Ostd;

/** Random bytes from the machine. */
public final class Entropy {
    private Entropy() {
    }

    /**
     * Fills an array with random bytes fit for cryptographic use where the processor offers them (x86: RDRAND), else mixed from
     * timing.
     *
     * @param into every byte is replaced
     */
    public static void fill(byte[] into) {
        Ostd.machine().platform().random(into);
    }
}
