package org.asterism.ostd.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds an ELF64 executable for x86-64 around simulated code: one segment to run, one of data to read and write. */
public final class UserImage {
    /** Where the code is. */
    public static final long CODE = 0x40_0000;
    /** Where the data is: the given bytes, then zeroes. */
    public static final long DATA = 0x60_0000;

    private static final int HEADER_BYTES = 64;
    private static final int ENTRY_BYTES = 56;
    private static final int PAGE = 4096;
    private static final short EXECUTABLE = 2;
    private static final short X86_64 = 62;
    private static final int LOAD = 1;
    private static final int READ_EXECUTE = 5;
    private static final int READ_WRITE = 6;

    private UserImage() {
    }

    /**
     * Lays an executable out.
     *
     * @param code from {@link UserCode#assemble}; its first instruction is the entry
     * @param data at {@link #DATA}
     * @param dataBytes size of the data in memory, at least {@code data.length}
     * @return the file's bytes
     */
    public static byte[] of(byte[] code, byte[] data, int dataBytes) {
        int dataOffset = PAGE + (code.length + PAGE - 1) / PAGE * PAGE;
        ByteBuffer file = ByteBuffer.allocate(dataOffset + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        file.putShort(EXECUTABLE).putShort(X86_64).putInt(1).putLong(CODE).putLong(HEADER_BYTES).putLong(0).putInt(0);
        file.putShort((short) HEADER_BYTES).putShort((short) ENTRY_BYTES).putShort((short) 2);
        file.position(HEADER_BYTES);
        segment(file, READ_EXECUTE, PAGE, CODE, code.length, code.length);
        segment(file, READ_WRITE, dataOffset, DATA, data.length, dataBytes);
        file.position(PAGE);
        file.put(code);
        file.position(dataOffset);
        file.put(data);
        return file.array();
    }

    private static void segment(ByteBuffer file, int rights, long offset, long address, long fileBytes, long memoryBytes) {
        file.putInt(LOAD).putInt(rights).putLong(offset).putLong(address).putLong(address).putLong(fileBytes).putLong(memoryBytes)
                .putLong(PAGE);
    }
}
