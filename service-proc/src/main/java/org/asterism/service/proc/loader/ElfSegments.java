package org.asterism.service.proc.loader;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Elf;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.AddressSpace;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.memory.Placement;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.Protection;

/** Maps the loadable segments of an ELF image. */
final class ElfSegments {
    /** User addresses end here: 47 bits, less a guard page. */
    private static final long ADDRESS_LIMIT = 0x7fff_ffff_f000L;
    private static final byte[] ZEROES = new byte[PageSize.BYTES];

    private final ElfHeader header;
    private final AddressSpace space;
    private long lowest = Long.MAX_VALUE;
    private long highest;
    private long alignment = PageSize.BYTES;
    private long bias;

    ElfSegments(ElfHeader header, AddressSpace space) throws KernelException {
        this.header = header;
        this.space = space;
        measure();
    }

    private void measure() throws KernelException {
        for (int segment = 0; segment < header.segments(); segment++) {
            if (header.type(segment) != Elf.PT_LOAD) {
                continue;
            }
            long address = header.address(segment);
            long size = header.memorySize(segment);
            if (size < 0 || size > ADDRESS_LIMIT || address < 0 || address > ADDRESS_LIMIT - size) {
                throw KernelException.of(Errno.ENOMEM);
            }
            if (header.fileSize(segment) > size || header.fileSize(segment) < 0 || header.offset(segment) < 0
                    || ((header.offset(segment) ^ address) & PageSize.OFFSET_MASK) != 0) {
                throw KernelException.of(Errno.EINVAL);
            }
            lowest = Math.min(lowest, PageSize.floor(address));
            highest = Math.max(highest, PageSize.ceil(address + size));
            long wanted = header.alignment(segment);
            if (wanted > alignment && (wanted & wanted - 1) == 0) {
                alignment = wanted;
            }
        }
        if (highest == 0) {
            throw KernelException.of(header.isRelocatable() ? Errno.EINVAL : Errno.ENOEXEC);
        }
    }

    /** Bytes from the first to the last page. */
    long extent() {
        return highest - lowest;
    }

    /**
     * Maps everything.
     *
     * @param file the image
     * @param base where a relocatable image goes; 0 for wherever there is room. A fixed image ignores it
     * @throws KernelException {@code ENOMEM}, {@code EINVAL}, or what mapping the file gives
     */
    void map(OpenFile file, long base) throws KernelException {
        if (header.isRelocatable()) {
            long start = base;
            if (start == 0) {
                // reserve the whole range once, so that the segments land next to each other
                long reserved = space.map(0, extent() + alignment, Protection.NONE, false, Placement.HINT, null, 0, false);
                space.unmap(reserved, extent() + alignment);
                start = reserved;
            }
            bias = (start + alignment - 1 & -alignment) - lowest;
        }
        MappableFile mappable = Answers.mappable(file);
        for (int segment = 0; segment < header.segments(); segment++) {
            if (header.type(segment) == Elf.PT_LOAD) {
                mapSegment(mappable, segment);
            }
        }
    }

    private void mapSegment(MappableFile mappable, int segment) throws KernelException {
        long address = bias + header.address(segment);
        long start = PageSize.floor(address);
        long fileEnd = address + header.fileSize(segment);
        long memoryEnd = address + header.memorySize(segment);
        int protection = protection(header.flags(segment));
        if (header.fileSize(segment) > 0) {
            space.map(start, fileEnd - start, protection, false, Placement.REPLACE, mappable,
                    PageSize.floor(header.offset(segment)), false);
        }
        long mappedEnd = header.fileSize(segment) > 0 ? PageSize.ceil(fileEnd) : start;
        if (memoryEnd > fileEnd && (protection & Protection.WRITE) != 0 && mappedEnd > fileEnd
                && header.fileSize(segment) > 0) {
            int tail = (int) (mappedEnd - fileEnd);
            if (space.write(fileEnd, ZEROES, 0, tail) < tail) {
                throw KernelException.of(Errno.EFAULT);
            }
        }
        if (memoryEnd > mappedEnd) {
            space.map(mappedEnd, memoryEnd - mappedEnd, protection, false, Placement.REPLACE, null, 0, false);
        }
    }

    private static int protection(int flags) {
        return ((flags & Elf.PF_R) != 0 ? Protection.READ : 0) | ((flags & Elf.PF_W) != 0 ? Protection.WRITE : 0)
                | ((flags & Elf.PF_X) != 0 ? Protection.EXECUTE : 0);
    }

    /** What is added to the addresses in the file. */
    long bias() {
        return bias;
    }

    long entry() {
        return bias + header.entry();
    }

    /** First address past the image. */
    long end() {
        return bias + highest;
    }

    /** Where the program finds its own program headers; 0 if they are not loaded. */
    long tableAddress() {
        for (int segment = 0; segment < header.segments(); segment++) {
            long into = header.tableOffset() - header.offset(segment);
            if (header.type(segment) == Elf.PT_LOAD && into >= 0 && into < header.fileSize(segment)) {
                return bias + header.address(segment) + into;
            }
        }
        return 0;
    }
}
