package org.asterism.ostd.spi;

/** Copies between the kernel and the active user space; semantics as in {@link org.asterism.ostd.mm.UserMemory}. */
public interface UserAccess {
    /** User to array; returns how many bytes. */
    int read(long address, byte[] into, int at, int length);

    /** Array to user; returns how many bytes. */
    int write(long address, byte[] from, int at, int length);

    /** User to table; returns how many bytes. */
    int readToTable(long address, Object table, long position, int length);

    /** Table to user; returns how many bytes. */
    int writeFromTable(long address, Object table, long position, int length);

    /** Zeroes user memory; returns how many bytes. */
    long clear(long address, long length);

    /** Reads a zero-terminated string; length, −1 on a fault, −2 if too long. */
    int readString(long address, byte[] into);

    /** Loads an aligned word; −1 on a fault. */
    long loadInt(long address);

    /** Compares and exchanges an aligned word; the witness, or −1 on a fault. */
    long compareExchangeInt(long address, int expected, int value);
}
