package org.asterism.ostd.spi;

/**
 * Where the API finds the machine: bound once at boot; on a host JVM, once for each test machine.
 *
 * <p>A linked kernel has one implementation of every interface here, so calls through this class become direct ones.
 */
public final class Ostd {
    private static Machine machine;

    private Ostd() {
    }

    /**
     * The machine that this kernel runs on.
     *
     * @return never null once the machine is bound
     */
    public static Machine machine() {
        return machine;
    }

    /**
     * Binds the machine. Replacing one is for tests on a host JVM, where a machine ends before the next begins.
     *
     * @param bound the machine, or null when a test machine ends
     */
    public static void bind(Machine bound) {
        machine = bound;
    }
}
