package org.asterism.kernel.abi;

/**
 * An alternate signal stack, as sigaltstack(2).
 *
 * @param start lowest address
 * @param flags {@link SignalActionFlags#SS_DISABLE} and the like
 * @param size bytes
 */
public record AlternateStack(long start, int flags, long size) {
    /** No alternate stack. */
    public static final AlternateStack NONE = new AlternateStack(0, SignalActionFlags.SS_DISABLE, 0);

    /**
     * Tells whether a stack pointer is within.
     *
     * @param pointer any address
     * @return whether the thread runs on this stack
     */
    public boolean contains(long pointer) {
        return size != 0 && Long.compareUnsigned(pointer - start - 1, size) < 0;
    }

    /**
     * Reads a {@code stack_t}.
     *
     * @param bytes an array
     * @param at index of the structure
     * @return the stack
     */
    public static AlternateStack decode(byte[] bytes, int at) {
        return new AlternateStack(LittleEndian.getLong(bytes, at), LittleEndian.getInt(bytes, at + 8),
                LittleEndian.getLong(bytes, at + 16));
    }

    /**
     * Writes a {@code stack_t}.
     *
     * @param bytes an array
     * @param at index of the structure
     */
    public void encode(byte[] bytes, int at) {
        LittleEndian.putLong(bytes, at, start);
        LittleEndian.putInt(bytes, at + 8, flags);
        LittleEndian.putInt(bytes, at + 12, 0);
        LittleEndian.putLong(bytes, at + 16, size);
    }
}
