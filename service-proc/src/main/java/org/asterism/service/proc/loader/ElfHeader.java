package org.asterism.service.proc.loader;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Elf;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.vfs.OpenFile;

/** The headers of an ELF executable, checked as Linux's load_elf_binary does. */
final class ElfHeader {
    private static final int LARGEST_TABLE = 65_536;
    private static final int LONGEST_PATH = 4096;

    private final byte[] header;
    private final byte[] table;

    private ElfHeader(byte[] header, byte[] table) {
        this.header = header;
        this.table = table;
    }

    /**
     * Reads and checks the headers.
     *
     * @param file an executable
     * @param machine {@code e_machine} of this architecture
     * @return never null
     * @throws KernelException {@code ENOEXEC} if the file is not an executable for this machine, or what reading it gives
     */
    static ElfHeader read(OpenFile file, int machine) throws KernelException {
        byte[] header = FileBytes.read(file, 0, Elf.HEADER_BYTES);
        if (header.length < Elf.HEADER_BYTES || LittleEndian.getInt(header, 0) != Elf.MAGIC) {
            throw KernelException.of(Errno.ENOEXEC);
        }
        int type = LittleEndian.getShort(header, Elf.E_TYPE);
        boolean matches = header[Elf.EI_CLASS] == Elf.ELFCLASS64 && header[Elf.EI_DATA] == Elf.ELFDATA2LSB
                && (type == Elf.ET_EXEC || type == Elf.ET_DYN)
                && LittleEndian.getShort(header, Elf.E_MACHINE) == machine
                && LittleEndian.getShort(header, Elf.E_PHENTSIZE) == Elf.PROGRAM_HEADER_BYTES;
        int bytes = LittleEndian.getShort(header, Elf.E_PHNUM) * Elf.PROGRAM_HEADER_BYTES;
        long offset = LittleEndian.getLong(header, Elf.E_PHOFF);
        if (!matches || bytes == 0 || bytes > LARGEST_TABLE || offset < 0) {
            throw KernelException.of(Errno.ENOEXEC);
        }
        byte[] table = FileBytes.read(file, offset, bytes);
        if (table.length < bytes) {
            throw KernelException.of(Errno.ENOEXEC);
        }
        return new ElfHeader(header, table);
    }

    boolean isRelocatable() {
        return LittleEndian.getShort(header, Elf.E_TYPE) == Elf.ET_DYN;
    }

    long entry() {
        return LittleEndian.getLong(header, Elf.E_ENTRY);
    }

    long tableOffset() {
        return LittleEndian.getLong(header, Elf.E_PHOFF);
    }

    int segments() {
        return table.length / Elf.PROGRAM_HEADER_BYTES;
    }

    int type(int segment) {
        return LittleEndian.getInt(table, segment * Elf.PROGRAM_HEADER_BYTES + Elf.P_TYPE);
    }

    int flags(int segment) {
        return LittleEndian.getInt(table, segment * Elf.PROGRAM_HEADER_BYTES + Elf.P_FLAGS);
    }

    long offset(int segment) {
        return field(segment, Elf.P_OFFSET);
    }

    long address(int segment) {
        return field(segment, Elf.P_VADDR);
    }

    long fileSize(int segment) {
        return field(segment, Elf.P_FILESZ);
    }

    long memorySize(int segment) {
        return field(segment, Elf.P_MEMSZ);
    }

    long alignment(int segment) {
        return field(segment, Elf.P_ALIGN);
    }

    private long field(int segment, int offset) {
        return LittleEndian.getLong(table, segment * Elf.PROGRAM_HEADER_BYTES + offset);
    }

    /**
     * The path of the dynamic linker.
     *
     * @return null if the program needs none
     * @throws KernelException {@code ENOEXEC} if it is not a string, {@code EIO} if it lies past the end of the file
     */
    String interpreter(OpenFile file) throws KernelException {
        for (int segment = 0; segment < segments(); segment++) {
            if (type(segment) != Elf.PT_INTERP) {
                continue;
            }
            long size = fileSize(segment);
            if (size < 2 || size > LONGEST_PATH) {
                throw KernelException.of(Errno.ENOEXEC);
            }
            byte[] path = FileBytes.read(file, offset(segment), (int) size);
            if (path.length < size) {
                throw KernelException.of(Errno.EIO);
            }
            int end = 0;
            while (end < path.length && path[end] != 0) {
                end++;
            }
            if (path[path.length - 1] != 0) {
                throw KernelException.of(Errno.ENOEXEC);
            }
            return Latin1.decode(path, 0, end);
        }
        return null;
    }
}
