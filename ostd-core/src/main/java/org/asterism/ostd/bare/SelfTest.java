package org.asterism.ostd.bare;

import org.asterism.ostd.arch.KernelPageFormat;
import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.effect.BoundedRecursion;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.unsafe.Address;

/**
 * Checks of the machine's protections, run at boot with the option {@code selftest}: a walk of the page tables finds no page that is writable and
 * executable, none of the kernel's that user mode may reach, and no writable alias of code or constants. Architectures add their control registers.
 */
public final class SelfTest {
    private static final int ALL = Protection.READ | Protection.WRITE | Protection.EXECUTE | KernelPageFormat.USER;

    private final FrameAllocator allocator;
    private final KernelPageFormat format;
    private final long sealedStart;
    private final long sealedEnd;
    private long pages;
    private long codePages;

    private SelfTest(FrameAllocator allocator, KernelPageFormat format, long imageDistance) {
        this.allocator = allocator;
        this.format = format;
        sealedStart = KernelTables.sealedStart(imageDistance);
        sealedEnd = KernelTables.sealedEnd(imageDistance);
    }

    /**
     * Tells whether the command line has the word {@code selftest}.
     *
     * @param commandLine of the kernel
     * @return whether to run the checks
     */
    public static boolean isAsked(String commandLine) {
        return (" " + commandLine + " ").contains(" selftest ");
    }

    /**
     * Walks the kernel's page tables; a failed check stops the machine.
     *
     * @param registers     what the control registers were found to protect
     * @param allocator     reaches the tables
     * @param format        of their entries
     * @param root          physical address of the root
     * @param imageDistance from a physical address of the image to the address where it is linked
     */
    public static void walk(String registers, FrameAllocator allocator, KernelPageFormat format, long root, long imageDistance) {
        SelfTest test = new SelfTest(allocator, format, imageDistance);
        test.walk(root, format.levels() - 1, 0, ALL);
        check(test.codePages > 0, "no code is mapped", test.pages);
        Log.info("selftest: " + registers + "; " + test.pages + " page mappings, " + test.codePages + " executable, none writable and executable");
    }

    @BoundedRecursion(times = 5, because = "a call for each level of tables")
    private void walk(long table, int level, long address, int allowed) {
        for (int i = 0; i < PageTableFormat.ENTRIES; i++) {
            long entry = Address.loadLong(allocator.memory().address(table) + 8L * i);
            if (!format.isPresent(entry)) {
                continue;
            }
            long start = address + i * PageTableFormat.span(level);
            int rights = allowed & format.allows(entry);
            if (format.isLeaf(entry, level)) {
                checkPage(start, format.frame(entry), PageTableFormat.span(level), rights);
            } else {
                walk(format.frame(entry), level - 1, start, rights);
            }
        }
    }

    private void checkPage(long address, long frame, long bytes, int rights) {
        int unused = 64 - 12 - PageTableFormat.INDEX_BITS * format.levels();
        long canonical = address << unused >> unused;
        boolean writable = (rights & Protection.WRITE) != 0;
        boolean executable = (rights & Protection.EXECUTE) != 0;
        pages++;
        check(!executable || !writable, "a page is writable and executable", canonical);
        check((rights & KernelPageFormat.USER) == 0, "user mode may reach a page of the kernel", canonical);
        check(!writable || frame >= sealedEnd || frame + bytes <= sealedStart, "code or constants have a writable alias", canonical);
        if (executable) {
            codePages++;
        }
    }

    /**
     * Stops the machine if a check fails.
     *
     * @param holds     what must be
     * @param otherwise what it means if not
     * @param value     seen
     */
    public static void check(boolean holds, String otherwise, long value) {
        if (!holds) {
            throw Abort.because("selftest: " + otherwise, value);
        }
    }
}
