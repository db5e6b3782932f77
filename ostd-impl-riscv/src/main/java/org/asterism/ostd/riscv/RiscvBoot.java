package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.bare.BareKernel;
import org.asterism.ostd.bare.CpuArea;
import org.asterism.ostd.bare.ImageSymbols;
import org.asterism.ostd.bare.KernelTables;
import org.asterism.ostd.bare.LinearMemory;
import org.asterism.ostd.bare.SelfTest;
import org.asterism.ostd.bare.Uart16550;
import org.asterism.ostd.bare.UserCopyRoutines;
import org.asterism.ostd.boot.DeviceTree;
import org.asterism.ostd.boot.MemoryMap;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.platform.BootFacts;
import org.asterism.ostd.tree.InterruptMap;
import org.asterism.ostd.scheduling.StackLayout;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.StackRoot;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * Brings the machine up, in this order: device tree, console, memory map, frames, final page tables, clock and interrupts; the rest is
 * {@link BareKernel}'s.
 */
final class RiscvBoot {
    /** Where physical address 0 is mapped, by the provisional page tables too: the beginning of the kernel's half of Sv39. */
    private static final long LINEAR_MAP = 0xffff_ffc0_0000_0000L;
    /** What is mapped there, and by the final tables the devices in it. */
    static final long LINEAR_BYTES = 128L << 30;
    private static final long TASK_STACKS = LINEAR_MAP + LINEAR_BYTES;
    private static final long TASK_STACK_RANGE = 8L << 30;
    /** Where registers of devices are mapped. */
    private static final long DEVICE_WINDOW = TASK_STACKS + TASK_STACK_RANGE;
    private static final long DEVICE_WINDOW_BYTES = 16L << 30;
    /** From a physical address of the image to the address where it is linked. */
    private static final long IMAGE_DISTANCE = 0xffff_ffff_0000_0000L;
    private static final long STATUS_FORBIDDEN = 3 << 18;

    /** Of a task, its thread area included; twice that of x86-64, as are the frames of most methods. */
    static final int STACK_BYTES = 64 << 10;
    /** What recursive methods leave of a stack. */
    static final int STACK_RESERVE_BYTES = 22 << 10;

    private RiscvBoot() {}

    /**
     * Called by {@code boot.S} on the boot stack, with interrupts off, on provisional page tables.
     *
     * @param hart  number of the processor
     * @param blob  physical address of the device tree
     */
    @Exported("ostd_main")
    @StackRoot(value = "boot", bytes = STACK_BYTES, reserve = STACK_RESERVE_BYTES)
    static void main(long hart, long blob) {
        RiscvBoard board = new RiscvBoard();
        new RiscvPanicReport(new FirmwareConsole(), board, "").install();
        BootTree boot = BootTree.at(LINEAR_MAP + blob);
        if (boot.finisher() != DeviceTree.NONE) {
            board.useFinisher(LINEAR_MAP + boot.address(boot.finisher()));
        }
        String commandLine = boot.commandLine();
        board.useSeed(boot.seed());
        int console = boot.console();
        BareKernel.require(console != DeviceTree.NONE, "the device tree has no serial port that is compatible with ns16550a; use machine type virt");
        MemoryUart terminal = new MemoryUart(LINEAR_MAP + boot.address(console));
        BareKernel.require(terminal.isPresent(), "the serial port does not answer where the device tree says; start the image with the tree of its machine");
        new RiscvPanicReport(terminal, board, commandLine).install();
        int controller = boot.interruptController();
        BareKernel.require(controller != DeviceTree.NONE, "the device tree has no interrupt controller riscv,plic0; use machine type virt without aia");
        BareKernel.require(answers(boot, controller), "the interrupt controller does not answer where the device tree says; start the image with the tree of its machine");
        int context = boot.context(controller, hart);
        BareKernel.require(context != DeviceTree.NONE, "the interrupt controller does not serve the supervisor mode of the boot processor");
        BareKernel.require(boot.timerHertz() > 0, "the device tree has no timebase-frequency to know the clock by");

        String letters = boot.instructionSet(hart).split("_")[0];
        BareKernel.require(letters.isEmpty() || letters.indexOf('f') >= 0 && letters.indexOf('d') >= 0,
                "the processor has no floating point (F and D), which programs and the kernel need; use -cpu rv64");

        MemoryMap ram = new MemoryMap();
        boot.readMemory(ram);
        BareKernel.require(ram.count() > 0, "the device tree has no node of device_type memory with a range of addresses");
        BareKernel.require(ram.highest() <= LINEAR_BYTES, "more memory than the kernel's half of Sv39 can map; give the machine at most 126G");
        BootFacts facts = new BootFacts(commandLine, boot.ramDisk(), boot.ramDiskBytes());
        FrameAllocator allocator = frames(ram, boot, facts, blob, boot.bytes());
        RiscvPageFormat format = new RiscvPageFormat(Paging.levels(commandLine, allocator));
        KernelTables tables = new KernelTables(allocator, format, IMAGE_DISTANCE);
        tables.mapLinear(ram);
        tables.mapImage();
        PciSerial serial = new PciSerial(boot.tree(), boot.pciHost());
        boolean hasChannel = serial.find(LINEAR_MAP);
        tables.mapDevice(boot.address(console));
        if (hasChannel) {
            tables.mapDevice(serial.address());
        }
        if (boot.finisher() != DeviceTree.NONE) {
            tables.mapDevice(boot.address(boot.finisher()));
        }
        if (boot.clock() != DeviceTree.NONE && answers(boot, boot.clock())) {
            board.useClock(tables.mapDevice(boot.address(boot.clock())));
        }
        for (int page = 0; page < 3; page++) {
            tables.mapDevice(boot.address(controller) + Plic.page(page, context));
        }
        tables.reserve(TASK_STACKS, TASK_STACK_RANGE);
        tables.reserveDevices(DEVICE_WINDOW, DEVICE_WINDOW_BYTES);
        // SAFETY: the final tables map code, constants, data and stack where the provisional ones do.
        Cpu.writeSatp(SatpTranslation.satp(format.levels(), tables.root()));
        Address.storeLong(ImageSymbols.bootCpu() + CpuArea.ACTIVE_ROOT, tables.root());

        RiscvProcessor processor = new RiscvProcessor(boot.timerHertz());
        BareKernel.require(processor.hasAlarm(), "neither Sstc nor the firmware's timer extension; the kernel needs one to switch tasks");
        Plic plic = new Plic(LINEAR_MAP + boot.address(controller), context);
        Traps traps = new Traps(processor, plic);
        processor.silenceAlarm();
        traps.install();
        Uart16550 channel = new MemoryUart(hasChannel ? LINEAR_MAP + serial.address() : 0);
        SatpTranslation translation = new SatpTranslation(format.levels(), tables.root(), allocator.memory().address(tables.root()));
        BareKernel.serveDevices(new RiscvDevices(tables, ram, allocator, plic, boot, serial));
        BareKernel.start(new BareKernel.Parts(board, facts, allocator, ram, format, translation, tables.root(), TASK_STACKS,
                new StackLayout(STACK_BYTES, STACK_RESERVE_BYTES), processor, new RiscvUserEntry(traps), terminal, channel));
        Log.info("riscv64: Sv" + (format.levels() == Paging.SV39 ? "39" : "48") + ", timer by " + (processor.hasCompare() ? "Sstc" : "SBI"));
        InterruptMap interrupts = new InterruptMap(boot.tree(), controller);
        if (interrupts.line(console, 0) == InterruptMap.NO_LINE) {
            Log.warning("the device tree knows no interrupt of the serial port: nothing can be typed");
        }
        take(plic, allocator, terminal, interrupts.line(console, 0));
        if (hasChannel) {
            take(plic, allocator, channel, serial.interrupt(interrupts));
        }
        if (SelfTest.isAsked(commandLine)) {
            SelfTest.check((Cpu.readStatus() & STATUS_FORBIDDEN) == 0, "SUM or MXR is on", Cpu.readStatus());
            SelfTest.walk("sum mxr off", allocator, format, tables.root(), IMAGE_DISTANCE);
        }
        BareKernel.idle(processor);
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

    /** Whether anything is where the tree says, on the provisional tables. */
    private static boolean answers(BootTree boot, int node) {
        return UserCopyRoutines.probe(LINEAR_MAP + boot.address(node)) >= 0;
    }

    private static void take(Plic plic, FrameAllocator allocator, Uart16550 port, int source) {
        port.enableInput(BareKernel.zeroedPage(allocator));
        plic.serve(source, port);
    }

    private static FrameAllocator frames(MemoryMap ram, BootTree boot, BootFacts facts, long blob, int blobBytes) {
        MemoryMap free = new MemoryMap();
        boot.readMemory(free);
        free.exclude(0, ImageSymbols.dataEnd() - IMAGE_DISTANCE); // firmware, then the image
        free.exclude(PageSize.floor(blob), PageSize.ceil(blob + blobBytes));
        free.exclude(PageSize.floor(facts.ramDisk()), PageSize.ceil(facts.ramDisk() + facts.ramDiskBytes()));
        boot.excludeReserved(free);
        return BareKernel.frames(new LinearMemory(LINEAR_MAP), ram, free, LINEAR_BYTES);
    }
}
