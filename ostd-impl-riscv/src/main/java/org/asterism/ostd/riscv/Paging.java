package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.BareKernel;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.unsafe.Address;

/** Which page tables to use: the largest that the processor has, or what the boot option {@code paging=} says. */
final class Paging {
    /** Levels of Sv39. */
    static final int SV39 = 3;
    /** Levels of Sv48. */
    static final int SV48 = 4;

    private static final String OPTION = "paging=";
    private static final int LAST_SLOT = 511 * 8;
    private static final long PROVISIONAL_NUMBER = (1L << 44) - 1;

    private Paging() {}

    /** Levels of the final page tables. Runs on the provisional tables, which are of Sv39. */
    static int levels(String commandLine, FrameAllocator allocator) {
        String wanted = "";
        for (String word : commandLine.split(" ")) {
            wanted = word.startsWith(OPTION) ? word.substring(OPTION.length()) : wanted;
        }
        BareKernel.require(wanted.isEmpty() || wanted.equals("sv39") || wanted.equals("sv48"), "paging=" + wanted + " is unknown; write paging=sv39 or paging=sv48");
        if (wanted.equals("sv39")) {
            return SV39;
        }
        boolean hasSv48 = probe(allocator);
        BareKernel.require(hasSv48 || wanted.isEmpty(), "paging=sv48 was asked for, but the processor has Sv39 only; write paging=sv39");
        return hasSv48 ? SV48 : SV39;
    }

    /** Tries a root of Sv48 whose last entry is the provisional root: everything the kernel uses stays where it is. */
    private static boolean probe(FrameAllocator allocator) {
        long root = allocator.allocateTypedZeroed();
        long before = Cpu.readSatp();
        long provisional = (before & PROVISIONAL_NUMBER) << 12;
        Address.storeLong(allocator.memory().address(root) + LAST_SLOT, new RiscvPageFormat(SV48).tableEntry(provisional));
        long tried = SatpTranslation.satp(SV48, root);
        boolean taken = Cpu.writeSatp(tried) == tried;
        Cpu.writeSatp(before);
        allocator.freeTyped(root, 1);
        return taken;
    }
}
