package org.asterism.ostd.x86;

import org.asterism.ostd.bare.BareKernel;
import org.asterism.ostd.bare.CpuArea;
import org.asterism.ostd.bare.ImageSymbols;
import org.asterism.ostd.bare.KernelTables;
import org.asterism.ostd.bare.LinearMemory;
import org.asterism.ostd.bare.SelfTest;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.platform.BootFacts;
import org.asterism.ostd.scheduling.StackLayout;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.StackRoot;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Brings the machine up, in this order: console, memory map, frames, final page tables, descriptor tables, clock and interrupts; the rest is
 * {@link BareKernel}'s.
 */
final class X86Boot {
    /** Where physical address 0 is mapped, by the provisional page tables too: the beginning of the kernel's half. */
    static final long LINEAR_MAP = 0xffff_8000_0000_0000L;

    private static final long PROVISIONAL_LIMIT = 4L << 30;
    private static final long LOW_MEMORY_END = 1L << 20;
    private static final long TASK_STACKS = 0xffff_a000_0000_0000L;
    private static final long TASK_STACK_RANGE = 4L << 30;
    /** Where registers of devices are mapped. */
    private static final long DEVICE_WINDOW = 0xffff_b000_0000_0000L;
    private static final long DEVICE_WINDOW_BYTES = 1L << 39;
    private static final int MSR_APIC_BASE = 0x1b;
    private static final long APIC_ADDRESS_MASK = 0x000f_ffff_ffff_f000L;
    private static final int IRQ_COM1 = 4;
    private static final int IRQ_COM2 = 3;
    /** 16 bytes of the processor's area: an empty descriptor table pointer, for a restart by triple fault. */
    private static final int EMPTY_POINTER = 32;
    /** Of a task, its thread area included. */
    private static final int STACK_BYTES = 32 << 10;
    /** What recursive methods leave of a stack. */
    static final int STACK_RESERVE_BYTES = 10 << 10;
    /** As {@code boot.S} reserves it. */
    static final int BOOT_STACK_BYTES = 64 << 10;

    private X86Boot() {}

    /**
     * Called by {@code boot.S} on the boot stack, with interrupts off, on provisional page tables.
     *
     * @param startInfo physical address of the PVH start info
     */
    @Exported("ostd_main")
    @StackRoot(value = "boot", bytes = BOOT_STACK_BYTES - ThreadArea.BYTES, reserve = STACK_RESERVE_BYTES)
    static void main(long startInfo) {
        PortUart com1 = new PortUart(PortUart.COM1);
        PortUart com2 = new PortUart(PortUart.COM2);
        StartInfo info = new StartInfo(startInfo);
        AcpiTables acpi = new AcpiTables(info.isValid() ? info.rootPointer() : 0);
        String commandLine = info.isValid() ? info.commandLine() : "";
        X86Board board = new X86Board(acpi, ImageSymbols.bootCpu() + EMPTY_POINTER);
        new X86PanicReport(com1, board, commandLine).install();
        BareKernel.require(info.isValid(), "the boot loader left no PVH start info with a memory map; start the image with QEMU -kernel");
        BareKernel.require(acpi.pmTimer() != 0, "no ACPI PM timer to measure the clocks with; use machine type q35");

        MemoryMap ram = new MemoryMap();
        info.readMemory(ram);
        BootFacts facts = new BootFacts(commandLine, info.ramDisk(), info.ramDiskBytes());
        FrameAllocator allocator = frames(ram, info, facts);
        X86PageTableFormat format = new X86PageTableFormat();
        KernelTables tables = new KernelTables(allocator, format, Symbols.KERNEL_BASE);
        Apic apic = enterFinalTables(tables, ram, acpi);
        addHighMemory(allocator, ram);
        VectoredInterrupts interrupts = new VectoredInterrupts(apic);
        Traps traps = new Traps(apic, com1, com2, interrupts);
        traps.install();
        installDescriptors(allocator);

        X86Processor processor = X86Processor.measured(apic, acpi.pmTimer());
        X86AddressTranslation translation = new X86AddressTranslation(tables.root(), allocator.memory().address(tables.root()));
        traps.serve(processor);
        BareKernel.serveDevices(new X86PciHost(tables, ram, acpi, allocator, interrupts));
        BareKernel.start(new BareKernel.Parts(board, facts, allocator, ram, format, translation, tables.root(), TASK_STACKS,
                new StackLayout(STACK_BYTES, STACK_RESERVE_BYTES), processor, new X86UserEntry(traps), com1, com2));
        // A masked pin forgets its edge, and a port whose input came early raises no second one: first the pins, then the ports.
        apic.route(acpi.interruptOfIrq(IRQ_COM1), Traps.COM1);
        apic.route(acpi.interruptOfIrq(IRQ_COM2), Traps.COM2);
        com1.enableInput(BareKernel.zeroedPage(allocator));
        com2.enableInput(BareKernel.zeroedPage(allocator));
        if (SelfTest.isAsked(commandLine)) {
            ControlRegisters.check();
            SelfTest.walk("nx wp smep smap on", allocator, format, tables.root(), Symbols.KERNEL_BASE);
        }
        BareKernel.idle(processor);
    }

    private static FrameAllocator frames(MemoryMap ram, StartInfo info, BootFacts facts) {
        MemoryMap free = new MemoryMap();
        info.readMemory(free);
        free.exclude(0, LOW_MEMORY_END);
        free.exclude(Symbols.LOAD_ADDRESS, ImageSymbols.dataEnd() - Symbols.KERNEL_BASE);
        free.exclude(PageSize.floor(facts.ramDisk()), PageSize.ceil(facts.ramDisk() + facts.ramDiskBytes()));
        return BareKernel.frames(new LinearMemory(LINEAR_MAP), ram, free, PROVISIONAL_LIMIT);
    }

    private static Apic enterFinalTables(KernelTables tables, MemoryMap ram, AcpiTables acpi) {
        tables.mapLinear(ram);
        tables.mapImage();
        long local = tables.mapDevice(Cpu.readMsr(MSR_APIC_BASE) & APIC_ADDRESS_MASK);
        long io = tables.mapDevice(acpi.ioApic());
        tables.reserve(TASK_STACKS, TASK_STACK_RANGE);
        tables.reserveDevices(DEVICE_WINDOW, DEVICE_WINDOW_BYTES);
        // SAFETY: the final tables map code, constants, data and stack where the provisional ones do.
        Cpu.writeCr3(tables.root());
        Address.storeLong(ImageSymbols.bootCpu() + CpuArea.ACTIVE_ROOT, tables.root());
        return new Apic(local, io);
    }

    private static void addHighMemory(FrameAllocator allocator, MemoryMap ram) {
        for (int i = 0; i < ram.count(); i++) {
            allocator.add(Math.max(ram.start(i), PROVISIONAL_LIMIT), ram.end(i));
        }
    }

    private static void installDescriptors(FrameAllocator allocator) {
        long stackBytes = (long) Descriptors.TRAP_STACKS * Descriptors.TRAP_STACK_BYTES;
        long memory = allocator.memory().address(allocator.allocateRun(Descriptors.BYTES >> PageSize.SHIFT, 0));
        long stacks = allocator.memory().address(allocator.allocateRun(stackBytes >> PageSize.SHIFT, 0));
        Address.fillWords(memory, Descriptors.BYTES, 0);
        Descriptors.install(memory, stacks, ImageSymbols.bootCpu());
    }

    /** {@link BareKernel#takeFloatingRegisters}, for assembly. */
    @Exported("ostd_take_floating_registers")
    static void takeFloatingRegisters() {
        BareKernel.takeFloatingRegisters();
    }

    /** {@link BareKernel#startTask}, for assembly. */
    @Exported("ostd_task_start")
    @StackRoot(value = "task", bytes = STACK_BYTES - ThreadArea.BYTES, reserve = STACK_RESERVE_BYTES)
    static void startTask() {
        BareKernel.startTask();
    }
}
