package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.KernelPageFormat;
import org.asterism.ostd.mm.Protection;

/**
 * Entries of Sv39 and Sv48 (privileged architecture §4.4 and §4.5). What the hardware cannot express is kept in the bits left to software: a writable
 * page is always readable, a page without rights is not valid. Accessed and dirty are set from the start, for processors that fault instead of
 * setting them.
 */
public final class RiscvPageFormat extends KernelPageFormat {
    private static final long VALID = 1;
    private static final long READABLE = 1 << 1;
    private static final long WRITABLE = 1 << 2;
    private static final long EXECUTABLE = 1 << 3;
    private static final long RIGHTS = READABLE | WRITABLE | EXECUTABLE;
    private static final long USER_MODE = 1 << 4;
    private static final long GLOBAL = 1 << 5;
    private static final long ACCESSED = 1 << 6;
    private static final long DIRTY = 1 << 7;
    /** For software: a user page is mapped, if only for us. */
    private static final long MAPPED = 1 << 8;
    /** For software: the page is readable because it is writable, and was not meant to be. */
    private static final long NOT_READABLE = 1 << 9;
    private static final long NUMBER_MASK = (1L << 44) - 1;
    private static final int NUMBER_SHIFT = 10;
    private static final int PAGE_SHIFT = 12;
    private static final int INDEX_BITS_OF_HALF = 11;

    private final int levels;

    /** Entries of Sv39 (3 levels) or Sv48 (4). */
    RiscvPageFormat(int levels) {
        super(ACCESSED, DIRTY);
        this.levels = levels;
    }

    @Override
    public int levels() {
        return levels;
    }

    @Override
    public long minimumUserAddress() {
        return 0x1_0000;
    }

    @Override
    public long maximumUserAddress() {
        return 1L << INDEX_BITS_OF_HALF + INDEX_BITS * levels;
    }

    @Override
    public long tableEntry(long table) {
        return number(table) | VALID;
    }

    @Override
    public long userEntry(long frame, int protection) {
        long entry = number(frame) | MAPPED | USER_MODE | ACCESSED;
        if (protection == Protection.NONE) {
            return entry;
        }
        return entry | VALID | rights(protection) | ((protection & (Protection.READ | Protection.WRITE)) == Protection.WRITE ? NOT_READABLE : 0);
    }

    @Override
    public long kernelEntry(long frame) {
        return leaf(frame, Protection.READ | Protection.WRITE, 0);
    }

    @Override
    public long leaf(long frame, int protection, int level) {
        return number(frame) | VALID | GLOBAL | ACCESSED | rights(protection);
    }

    @Override
    public long deviceLeaf(long frame) {
        return kernelEntry(frame);
    }

    @Override
    public long kernelTable(long table) {
        return tableEntry(table);
    }

    @Override
    public boolean isMapped(long entry) {
        return (entry & (VALID | MAPPED)) != 0;
    }

    @Override
    public boolean isPresent(long entry) {
        return (entry & VALID) != 0;
    }

    @Override
    public boolean isLeaf(long entry, int level) {
        return (entry & RIGHTS) != 0;
    }

    @Override
    public int allows(long entry) {
        if ((entry & RIGHTS) == 0) {
            return Protection.READ | Protection.WRITE | Protection.EXECUTE | USER;
        }
        return ((entry & READABLE) != 0 ? Protection.READ : 0) | ((entry & WRITABLE) != 0 ? Protection.WRITE : 0)
                | ((entry & EXECUTABLE) != 0 ? Protection.EXECUTE : 0) | ((entry & USER_MODE) != 0 ? USER : 0);
    }

    @Override
    public long frame(long entry) {
        return (entry >>> NUMBER_SHIFT & NUMBER_MASK) << PAGE_SHIFT;
    }

    @Override
    public int protection(long entry) {
        return ((entry & (READABLE | NOT_READABLE)) == READABLE ? Protection.READ : 0) | ((entry & WRITABLE) != 0 ? Protection.WRITE : 0)
                | ((entry & EXECUTABLE) != 0 ? Protection.EXECUTE : 0);
    }

    private static long number(long frame) {
        return frame >>> PAGE_SHIFT - NUMBER_SHIFT;
    }

    private static long rights(int protection) {
        boolean writable = (protection & Protection.WRITE) != 0;
        return ((protection & Protection.READ) != 0 || writable ? READABLE : 0) | (writable ? WRITABLE | DIRTY : 0)
                | ((protection & Protection.EXECUTE) != 0 ? EXECUTABLE : 0);
    }
}
