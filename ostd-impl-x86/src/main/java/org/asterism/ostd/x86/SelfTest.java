package org.asterism.ostd.x86;

import org.asterism.ostd.arch.PageTableFormat;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.unsafe.Address;

/**
 * Checks of the machine's protections, run at boot with the option {@code selftest}: NX, WP, SMEP and SMAP are on, and a walk of the page tables finds
 * no page that is writable and executable, none of the kernel's that user mode may reach, and no writable alias of code or constants.
 */
final class SelfTest {
    private static final int MSR_EFER = 0xc000_0080;
    private static final long EFER_NO_EXECUTE = 1 << 11;
    private static final long CR0_WRITE_PROTECT = 1 << 16;
    private static final int SMEP_AND_SMAP_BITS = 3 << 20;

    private final FrameAllocator allocator;
    private final long sealedStart = Symbols.textStart() - Symbols.KERNEL_BASE;
    private final long sealedEnd = Symbols.constantsEnd() - Symbols.KERNEL_BASE;
    private long pages;
    private long codePages;

    private SelfTest(FrameAllocator allocator) {
        this.allocator = allocator;
    }

    /** Runs the checks if the command line has the word {@code selftest}; a failed one stops the machine. */
    static void runIfAsked(String commandLine, FrameAllocator allocator, long root) {
        if ((" " + commandLine + " ").contains(" selftest ")) {
            SelfTest test = new SelfTest(allocator);
            check((Cpu.readMsr(MSR_EFER) & EFER_NO_EXECUTE) != 0, "EFER.NXE is off", Cpu.readMsr(MSR_EFER));
            check((Cpu.readCr0() & CR0_WRITE_PROTECT) != 0, "CR0.WP is off", Cpu.readCr0());
            check((Cpu.readCr4() & SMEP_AND_SMAP_BITS) == SMEP_AND_SMAP_BITS, "SMEP or SMAP is off", Cpu.readCr4());
            test.walk(root, 3, 0, X86PageTableFormat.WRITABLE | X86PageTableFormat.USER, 0);
            check(test.codePages > 0, "no code is mapped", test.pages);
            Log.info("selftest: nx wp smep smap on; " + test.pages + " page mappings, " + test.codePages + " executable, none writable and executable");
        }
    }

    private void walk(long table, int level, long address, long allowed, long forbidden) {
        for (int i = 0; i < PageTableFormat.ENTRIES; i++) {
            long entry = Address.loadLong(allocator.memory().address(table) + 8L * i);
            long start = address + i * PageTableFormat.span(level) << 16 >> 16; // canonical: bit 47 repeated
            if ((entry & X86PageTableFormat.PRESENT) == 0) {
                continue;
            }
            long rights = allowed & entry;
            long noExecute = forbidden | entry & X86PageTableFormat.NO_EXECUTE;
            long frame = new X86PageTableFormat().frame(entry);
            if (level == 0 || (entry & X86PageTableFormat.LARGE) != 0) {
                checkPage(start, frame, PageTableFormat.span(level), rights, noExecute != 0);
            } else {
                walk(frame, level - 1, start, rights, noExecute);
            }
        }
    }

    private void checkPage(long address, long frame, long bytes, long rights, boolean noExecute) {
        boolean writable = (rights & X86PageTableFormat.WRITABLE) != 0;
        pages++;
        check(noExecute || !writable, "a page is writable and executable", address);
        check((rights & X86PageTableFormat.USER) == 0, "user mode may reach a page of the kernel", address);
        check(!writable || frame >= sealedEnd || frame + bytes <= sealedStart, "code or constants have a writable alias", address);
        if (!noExecute) {
            codePages++;
        }
    }

    private static void check(boolean holds, String otherwise, long value) {
        if (!holds) {
            throw Abort.because("selftest: " + otherwise, value);
        }
    }
}
