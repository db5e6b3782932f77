package org.asterism.ostd.x86;

import org.asterism.ostd.unsafe.Address;

/**
 * Global descriptor table, task state segment and interrupt descriptor table of a processor (SDM vol. 3 ch. 3, 6 and 7), in raw memory, and the
 * control registers that go with them. Selectors are those of {@code traps.S}; user ones are the same as on Linux.
 */
final class Descriptors {
    /** Bytes of raw memory that the tables of a processor take. */
    static final int BYTES = 2 * 4096;
    /** Bytes of the stack of a trap that has its own. */
    static final int TRAP_STACK_BYTES = 16 << 10;
    /** Traps with stacks of their own: NMI, double fault, machine check. */
    static final int TRAP_STACKS = 3;

    /** Word of a processor's area: the address of its task state segment; shared with {@code traps.S}. */
    static final int TASK_STATE_SEGMENT = 0;
    private static final int IDT = 4096;
    private static final int GDT = 0;
    private static final int TSS = 256;
    private static final int POINTERS = 512;
    private static final int TSS_BYTES = 104;
    private static final int TSS_FIRST_TRAP_STACK = 36;
    private static final int TSS_PORT_MAP = 102;
    private static final int GDT_BYTES = 9 * 8;
    private static final int KERNEL_CODE = 0x10;
    private static final int TASK_REGISTER = 0x38;
    private static final long CODE_64 = 0x00af_9b00_0000_ffffL;
    private static final long DATA = 0x00cf_9300_0000_ffffL;
    private static final long RING_3 = 3L << 45;
    private static final long INTERRUPT_GATE = 0x8e00L << 32;
    private static final int BREAKPOINT = 3;

    private static final int MSR_STAR = 0xc000_0081;
    private static final int MSR_LSTAR = 0xc000_0082;
    private static final int MSR_SFMASK = 0xc000_0084;
    private static final long STAR = 0x23L << 48 | 0x10L << 32;
    /** Cleared at system call entry: every flag a program can set. */
    private static final long SFMASK = 0x257fd5;

    private static final long CR4_PAGE_GLOBAL = 1 << 7;
    private static final long CR4_UMIP = 1 << 11;
    private static final long CR4_SMEP = 1 << 20;
    private static final long CR4_SMAP = 1 << 21;

    private Descriptors() {}

    /**
     * Builds the tables, loads them, and turns protections on.
     *
     * @param memory  {@link #BYTES} zeroed bytes, 16-byte aligned
     * @param stacks  {@link #TRAP_STACKS} stacks of {@link #TRAP_STACK_BYTES} bytes
     * @param cpuArea of the processor
     */
    static void install(long memory, long stacks, long cpuArea) {
        long gdt = memory + GDT;
        long tss = memory + TSS;
        Address.storeLong(gdt + 0x10, CODE_64);
        Address.storeLong(gdt + 0x18, DATA);
        Address.storeLong(gdt + 0x28, DATA | RING_3);
        Address.storeLong(gdt + 0x30, CODE_64 | RING_3);
        Address.storeLong(gdt + TASK_REGISTER, TSS_BYTES - 1 | (tss & 0xff_ffff) << 16 | 0x89L << 40 | (tss >>> 24 & 0xff) << 56);
        Address.storeLong(gdt + TASK_REGISTER + 8, tss >>> 32);
        for (int i = 0; i < TRAP_STACKS; i++) {
            Address.storeLong(tss + TSS_FIRST_TRAP_STACK + 8L * i, stacks + (i + 1L) * TRAP_STACK_BYTES);
        }
        Address.storeShort(tss + TSS_PORT_MAP, (short) TSS_BYTES);
        Address.storeLong(cpuArea + TASK_STATE_SEGMENT, tss);
        for (int vector = 0; vector < 256; vector++) {
            writeGate(memory + IDT + 16L * vector, Symbols.trapStubs() + 16L * vector, trapStack(vector), vector == BREAKPOINT);
        }
        long gdtPointer = memory + POINTERS;
        long idtPointer = gdtPointer + 16;
        writePointer(gdtPointer, gdt, GDT_BYTES);
        writePointer(idtPointer, memory + IDT, 4096);
        Cpu.loadTables(gdtPointer, idtPointer, TASK_REGISTER);

        Cpu.writeMsr(MSR_STAR, STAR);
        Cpu.writeMsr(MSR_LSTAR, Symbols.syscallEntry());
        Cpu.writeMsr(MSR_SFMASK, SFMASK);
        Cpu.writeCr4(Cpu.readCr4() | CR4_PAGE_GLOBAL | protections());
    }

    /** SMEP, SMAP and UMIP, as far as the processor has them (CPUID leaf 7). */
    static long protections() {
        long features = Cpu.cpuid(7, 0, 1);
        long more = Cpu.cpuid(7, 0, 2);
        return ((features & 1 << 7) != 0 ? CR4_SMEP : 0) | ((features & 1 << 20) != 0 ? CR4_SMAP : 0) | ((more & 1 << 2) != 0 ? CR4_UMIP : 0);
    }

    private static int trapStack(int vector) {
        return switch (vector) {
            case Traps.NMI -> 1;
            case Traps.DOUBLE_FAULT -> 2;
            case Traps.MACHINE_CHECK -> 3;
            default -> 0;
        };
    }

    private static void writeGate(long gate, long stub, int trapStack, boolean fromUser) {
        long low = stub & 0xffff | (long) KERNEL_CODE << 16 | (long) trapStack << 32 | INTERRUPT_GATE | (stub >>> 16 & 0xffff) << 48;
        Address.storeLong(gate, fromUser ? low | RING_3 : low);
        Address.storeLong(gate + 8, stub >>> 32);
    }

    private static void writePointer(long pointer, long table, int bytes) {
        Address.storeShort(pointer, (short) (bytes - 1));
        Address.storeLong(pointer + 2, table);
    }
}
