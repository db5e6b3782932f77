package org.asterism.kernel.abi;

/** The ELF64 file format, as far as program loading needs it. Source: System V gABI, chapters 4 and 5. */
public final class Elf {
    /** First four bytes of the file, read as a little-endian number. */
    public static final int MAGIC = 0x464c_457f;
    public static final int EI_CLASS = 4;
    public static final int EI_DATA = 5;
    public static final int EI_VERSION = 6;
    public static final int ELFCLASS64 = 2;
    public static final int ELFDATA2LSB = 1;

    /** Bytes of the file header. */
    public static final int HEADER_BYTES = 64;
    public static final int E_TYPE = 16;
    public static final int E_MACHINE = 18;
    public static final int E_VERSION = 20;
    public static final int E_ENTRY = 24;
    public static final int E_PHOFF = 32;
    public static final int E_PHENTSIZE = 54;
    public static final int E_PHNUM = 56;
    public static final int ET_EXEC = 2;
    public static final int ET_DYN = 3;
    public static final int EM_X86_64 = 62;
    public static final int EM_RISCV = 243;

    /** Bytes of a program header. */
    public static final int PROGRAM_HEADER_BYTES = 56;
    public static final int P_TYPE = 0;
    public static final int P_FLAGS = 4;
    public static final int P_OFFSET = 8;
    public static final int P_VADDR = 16;
    public static final int P_FILESZ = 32;
    public static final int P_MEMSZ = 40;
    public static final int P_ALIGN = 48;
    public static final int PT_LOAD = 1;
    public static final int PT_INTERP = 3;
    public static final int PT_PHDR = 6;
    public static final int PT_GNU_STACK = 0x6474_e551;
    public static final int PF_X = 1;
    public static final int PF_W = 2;
    public static final int PF_R = 4;

    private Elf() {
    }
}
