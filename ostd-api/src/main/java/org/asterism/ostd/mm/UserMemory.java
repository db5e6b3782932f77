package org.asterism.ostd.mm;

import java.util.Objects;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.spi.UserAccess;
import org.asterism.ostd.task.TaskLocal;

/**
 * Copies between kernel memory and the active user address space of the current task.
 *
 * <p>Addresses may be anything a program can pass. A copy that meets an address which cannot be accessed, even after
 * the {@link FaultResolver} was asked, stops there; with preemption off, the resolver is not asked.
 */
public final class UserMemory {
    private static final int SCRATCH_BYTES = 64;
    private static final TaskLocal<byte[]> SCRATCH = new TaskLocal<>(() -> new byte[SCRATCH_BYTES]);

    private UserMemory() {
    }

    /**
     * Copies from user memory.
     *
     * @param address the first user address
     * @param into where to put the bytes
     * @param at index of the first byte
     * @param length how many
     * @return how many were copied; fewer than {@code length} means a fault at the next address
     */
    public static int read(long address, byte[] into, int at, int length) {
        Objects.checkFromIndexSize(at, length, into.length);
        return access().read(address, into, at, length);
    }

    /**
     * Copies to user memory.
     *
     * @param address the first user address
     * @param from where to take the bytes
     * @param at index of the first byte
     * @param length how many
     * @return how many were copied; fewer than {@code length} means a fault at the next address
     */
    public static int write(long address, byte[] from, int at, int length) {
        Objects.checkFromIndexSize(at, length, from.length);
        return access().write(address, from, at, length);
    }

    /**
     * Fills user memory with zeroes.
     *
     * @param address the first user address
     * @param length bytes
     * @return how many were written; fewer than {@code length} means a fault
     */
    public static long clear(long address, long length) {
        return access().clear(address, length);
    }

    /**
     * Copies from user memory up to and including a zero byte.
     *
     * @param address the first user address
     * @param into where to put the bytes
     * @return the length without the zero byte; −1 on a fault; −2 if {@code into} is full before a zero byte
     */
    public static int readString(long address, byte[] into) {
        return access().readString(address, into);
    }

    /**
     * Reads an aligned 32-bit word in one access, for futexes.
     *
     * @param address a multiple of 4
     * @return the word, zero-extended; −1 on a fault
     */
    public static long loadInt(long address) {
        return access().loadInt(address);
    }

    /**
     * Compares and exchanges an aligned 32-bit word atomically, for futexes.
     *
     * @param address a multiple of 4
     * @param expected the value that must be there
     * @param value the value to store
     * @return the value that was there, zero-extended; −1 on a fault
     */
    public static long compareExchangeInt(long address, int expected, int value) {
        return access().compareExchangeInt(address, expected, value);
    }

    /**
     * Room for a small structure on its way from or to user memory. Its content lasts until the same task asks again.
     *
     * @return {@value #SCRATCH_BYTES} bytes of the running task's own
     */
    public static byte[] scratch() {
        return SCRATCH.get();
    }

    static UserAccess access() {
        return Ostd.machine().userAccess();
    }
}
