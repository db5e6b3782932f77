package org.asterism.ostd.host;

import java.util.ArrayList;
import java.util.List;

/**
 * The instructions of simulated user programs and their encoding in user memory. An encoded instruction takes
 * {@link #INSTRUCTION_BYTES} bytes: two of a magic number, four of an index, and two that on x86-64 are {@code syscall}, so that
 * going back two bytes after a system call repeats it, as kernels do to restart one.
 */
public final class UserCode {
    /** Bytes of one encoded instruction. */
    public static final int INSTRUCTION_BYTES = 8;

    static final int SYSCALL_FIRST_BYTE = 0x0F;
    static final int SYSCALL_SECOND_BYTE = 0x05;
    static final int MAGIC_FIRST_BYTE = 0x4A;
    static final int MAGIC_SECOND_BYTE = 0x56;

    private final List<UserInstruction> instructions = new ArrayList<>();

    UserCode() {
    }

    /**
     * Encodes instructions that follow each other; put the bytes into an executable page.
     *
     * @param sequence in order
     * @return {@link #INSTRUCTION_BYTES} bytes for each
     */
    public byte[] assemble(UserInstruction... sequence) {
        byte[] bytes = new byte[sequence.length * INSTRUCTION_BYTES];
        int at = 0;
        for (UserInstruction instruction : sequence) {
            int index = instructions.size();
            instructions.add(instruction);
            bytes[at++] = MAGIC_FIRST_BYTE;
            bytes[at++] = MAGIC_SECOND_BYTE;
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                bytes[at++] = (byte) (index >>> shift);
            }
            bytes[at++] = SYSCALL_FIRST_BYTE;
            bytes[at++] = SYSCALL_SECOND_BYTE;
        }
        return bytes;
    }

    /** The instruction of an index; null if there is none. */
    UserInstruction at(int index) {
        return index >= 0 && index < instructions.size() ? instructions.get(index) : null;
    }
}
