package org.asterism.ostd.x86;

import org.asterism.ostd.arch.KernelPageFormat;
import org.asterism.ostd.mm.Protection;

/**
 * Entries of 4-level paging (SDM vol. 3 §4.5). The rights that were asked for are kept in ignored bits, because the hardware cannot
 * express all of them: a writable page is always readable, a page without rights is simply not present.
 */
public final class X86PageTableFormat extends KernelPageFormat {
    /** The hardware follows the entry. */
    private static final long PRESENT = 1;
    /** Stores are allowed. */
    private static final long WRITABLE = 1 << 1;
    /** User mode may access it. */
    private static final long USER_MODE = 1 << 2;
    /** Write-through and cache-disable: uncached, for device registers. */
    private static final long UNCACHED = 1 << 3 | 1 << 4;
    /** Set by the hardware at an access. */
    private static final long ACCESSED = 1 << 5;
    /** Set by the hardware at a store. */
    private static final long DIRTY = 1 << 6;
    /** A page of 2 MiB, in an entry of level 1. */
    private static final long LARGE = 1 << 7;
    /** Kept when the root changes. */
    private static final long GLOBAL = 1 << 8;
    /** Instruction fetches are forbidden. */
    private static final long NO_EXECUTE = 1L << 63;

    private static final int PROTECTION_SHIFT = 9;
    private static final long PROTECTION_MASK = 7L << PROTECTION_SHIFT;
    /** Ignored by the hardware: a user page is mapped, if only for us. */
    private static final long MAPPED = 1L << 52;
    private static final long FRAME_MASK = 0x000f_ffff_ffff_f000L;

    X86PageTableFormat() {
        super(ACCESSED, DIRTY);
    }

    @Override
    public int levels() {
        return 4;
    }

    @Override
    public long minimumUserAddress() {
        return 0x1_0000;
    }

    /** One page below the canonical boundary, so that no system call instruction can return to a non-canonical address. */
    @Override
    public long maximumUserAddress() {
        return 0x7fff_ffff_f000L;
    }

    @Override
    public long tableEntry(long table) {
        return table | PRESENT | WRITABLE | USER_MODE;
    }

    @Override
    public long userEntry(long frame, int protection) {
        long entry = frame | MAPPED | (long) protection << PROTECTION_SHIFT;
        if (protection == Protection.NONE) {
            return entry | NO_EXECUTE;
        }
        entry |= PRESENT | USER_MODE;
        if ((protection & Protection.WRITE) != 0) {
            entry |= WRITABLE;
        }
        return (protection & Protection.EXECUTE) != 0 ? entry : entry | NO_EXECUTE;
    }

    @Override
    public long kernelEntry(long frame) {
        return frame | PRESENT | WRITABLE | GLOBAL | NO_EXECUTE | ACCESSED | DIRTY;
    }

    @Override
    public boolean isMapped(long entry) {
        return (entry & (PRESENT | MAPPED)) != 0;
    }

    @Override
    public long frame(long entry) {
        return entry & FRAME_MASK;
    }

    @Override
    public int protection(long entry) {
        return (int) ((entry & PROTECTION_MASK) >>> PROTECTION_SHIFT);
    }

    @Override
    public long leaf(long frame, int protection, int level) {
        long entry = frame | PRESENT | GLOBAL | (level > 0 ? LARGE : 0);
        entry |= (protection & Protection.WRITE) != 0 ? WRITABLE : 0;
        return (protection & Protection.EXECUTE) != 0 ? entry : entry | NO_EXECUTE;
    }

    @Override
    public long deviceLeaf(long frame) {
        return frame | PRESENT | WRITABLE | GLOBAL | NO_EXECUTE | UNCACHED;
    }

    @Override
    public long kernelTable(long table) {
        return table | PRESENT | WRITABLE;
    }

    @Override
    public boolean isPresent(long entry) {
        return (entry & PRESENT) != 0;
    }

    @Override
    public boolean isLeaf(long entry, int level) {
        return level == 0 || (entry & LARGE) != 0;
    }

    @Override
    public int allows(long entry) {
        return Protection.READ | ((entry & WRITABLE) != 0 ? Protection.WRITE : 0) | ((entry & NO_EXECUTE) != 0 ? 0 : Protection.EXECUTE)
                | ((entry & USER_MODE) != 0 ? KernelPageFormat.USER : 0);
    }
}
