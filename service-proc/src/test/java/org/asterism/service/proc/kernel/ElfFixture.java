package org.asterism.service.proc.kernel;

import org.asterism.kernel.abi.Elf;
import org.asterism.kernel.abi.LittleEndian;

/** Builds ELF files: one executable segment, one writable segment with a part beyond the file. */
public final class ElfFixture {
    private static final int PAGE = 4096;
    private int type = Elf.ET_EXEC;
    private int machine = Elf.EM_X86_64;
    private String interpreter;
    private long textAddress = Script.TEXT;
    private long dataAddress = Script.DATA;

    public ElfFixture relocatable() {
        type = Elf.ET_DYN;
        textAddress = 0x1000;
        dataAddress = 0x20_0000;
        return this;
    }

    public ElfFixture machine(int number) {
        machine = number;
        return this;
    }

    public ElfFixture interpreter(String path) {
        interpreter = path;
        return this;
    }

    public byte[] build(byte[] text) {
        return build(text, new byte[] {1, 2, 3, 4});
    }

    public byte[] build(byte[] text, byte[] data) {
        int textPages = (text.length + PAGE - 1) / PAGE;
        int dataOffset = PAGE * (1 + textPages);
        byte[] file = new byte[dataOffset + data.length];
        int segments = interpreter == null ? 2 : 3;
        LittleEndian.putInt(file, 0, Elf.MAGIC);
        file[Elf.EI_CLASS] = Elf.ELFCLASS64;
        file[Elf.EI_DATA] = Elf.ELFDATA2LSB;
        file[Elf.EI_VERSION] = 1;
        LittleEndian.putShort(file, Elf.E_TYPE, type);
        LittleEndian.putShort(file, Elf.E_MACHINE, machine);
        LittleEndian.putInt(file, Elf.E_VERSION, 1);
        LittleEndian.putLong(file, Elf.E_ENTRY, textAddress);
        LittleEndian.putLong(file, Elf.E_PHOFF, Elf.HEADER_BYTES);
        LittleEndian.putShort(file, Elf.E_PHENTSIZE, Elf.PROGRAM_HEADER_BYTES);
        LittleEndian.putShort(file, Elf.E_PHNUM, segments);
        segment(file, 0, Elf.PT_LOAD, Elf.PF_R | Elf.PF_X, PAGE, textAddress, text.length, text.length);
        segment(file, 1, Elf.PT_LOAD, Elf.PF_R | Elf.PF_W, dataOffset, dataAddress, data.length, 0x1_0000);
        if (interpreter != null) {
            int at = Elf.HEADER_BYTES + 3 * Elf.PROGRAM_HEADER_BYTES;
            byte[] path = interpreter.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            System.arraycopy(path, 0, file, at, path.length);
            segment(file, 2, Elf.PT_INTERP, Elf.PF_R, at, 0, path.length + 1, path.length + 1);
        }
        System.arraycopy(text, 0, file, PAGE, text.length);
        System.arraycopy(data, 0, file, dataOffset, data.length);
        return file;
    }

    public static void segment(byte[] file, int index, int type, int flags, long offset, long address, long fileSize,
            long memorySize) {
        int at = Elf.HEADER_BYTES + index * Elf.PROGRAM_HEADER_BYTES;
        LittleEndian.putInt(file, at + Elf.P_TYPE, type);
        LittleEndian.putInt(file, at + Elf.P_FLAGS, flags);
        LittleEndian.putLong(file, at + Elf.P_OFFSET, offset);
        LittleEndian.putLong(file, at + Elf.P_VADDR, address);
        LittleEndian.putLong(file, at + Elf.P_FILESZ, fileSize);
        LittleEndian.putLong(file, at + Elf.P_MEMSZ, memorySize);
        LittleEndian.putLong(file, at + Elf.P_ALIGN, PAGE);
    }
}
