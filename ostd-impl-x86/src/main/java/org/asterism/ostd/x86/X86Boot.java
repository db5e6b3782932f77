package org.asterism.ostd.x86;

import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.failure.FailureWatch;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.frames.FrameHeapMemory;
import org.asterism.ostd.frames.UntypedMemory;
import org.asterism.ostd.heap.HeapLimit;
import org.asterism.ostd.heap.HeapOptions;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.paging.UserPaging;
import org.asterism.ostd.platform.BootFacts;
import org.asterism.ostd.platform.PlatformService;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.runtime.Preemption;
import org.asterism.ostd.runtime.Program;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.scheduling.PreemptionStress;
import org.asterism.ostd.scheduling.TaskActivation;
import org.asterism.ostd.scheduling.TaskParking;
import org.asterism.ostd.scheduling.TaskRoots;
import org.asterism.ostd.scheduling.TaskService;
import org.asterism.ostd.scheduling.TaskStacks;
import org.asterism.ostd.scheduling.TaskSwitcher;
import org.asterism.ostd.scheduling.TimerService;
import org.asterism.ostd.task.TaskAccess;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.usermode.UserAccessService;
import org.asterism.ostd.usermode.UserModeService;

/**
 * Brings the machine up, in this order: console, memory map, frames, final page tables, descriptor tables, object heap, clock and interrupts, tasks; then
 * runs the program of the image as the first task, and becomes the idle task.
 */
final class X86Boot {
    private static final long PROVISIONAL_LIMIT = 4L << 30;
    private static final long LOW_MEMORY_END = 1L << 20;
    private static final long TASK_STACKS = 0xffff_a000_0000_0000L;
    private static final int MSR_APIC_BASE = 0x1b;
    private static final long APIC_ADDRESS_MASK = 0x000f_ffff_ffff_f000L;
    private static final int IRQ_COM1 = 4;
    private static final int IRQ_COM2 = 3;
    private static final long HEAP_MINIMUM = 8L << 20;

    private static TaskSwitcher switcher;
    private static DeferredWork deferred;

    private X86Boot() {}

    /**
     * Called by {@code boot.S} on the boot stack, with interrupts off, on provisional page tables.
     *
     * @param startInfo physical address of the PVH start info
     */
    @Exported("ostd_main")
    static void main(long startInfo) {
        Uart8250 com1 = new Uart8250(Uart8250.COM1);
        Uart8250 com2 = new Uart8250(Uart8250.COM2);
        StartInfo info = new StartInfo(startInfo);
        AcpiTables acpi = new AcpiTables(info.isValid() ? info.rootPointer() : 0);
        String commandLine = info.isValid() ? info.commandLine() : "";
        X86Board board = new X86Board(acpi, Symbols.bootCpu() + CpuArea.EMPTY_POINTER);
        PanicReport panic = new PanicReport(com1, board, !commandLine.contains("panic=halt"));
        panic.install();
        require(info.isValid(), "the boot loader left no PVH start info with a memory map; start the image with QEMU -kernel");
        require(acpi.pmTimer() != 0, "no ACPI PM timer to measure the clocks with; use machine type q35");

        MemoryMap ram = new MemoryMap();
        info.readMemory(ram);
        BootFacts facts = new BootFacts(commandLine, info.ramDisk(), info.ramDiskBytes());
        FrameAllocator allocator = frames(ram, info, facts);
        X86PageTableFormat format = new X86PageTableFormat();
        KernelTables tables = new KernelTables(allocator, format);
        Apic apic = enterFinalTables(tables, ram, acpi);
        addHighMemory(allocator, ram);
        Traps traps = new Traps(apic, com1, com2);
        traps.install();
        installDescriptors(allocator);

        X86Processor processor = new X86Processor(apic, Symbols.bootCpu(), acpi.pmTimer());
        TaskRoots roots = new TaskRoots(processor);
        long heapLimit = heapLimit(commandLine);
        ManagedHeap.start(new FrameHeapMemory(allocator, ram.highest(), heapLimit), roots, HeapOptions.of(commandLine, Math.min(HEAP_MINIMUM, heapLimit)));
        ManagedHeap.reserveMinimum();

        PlatformService platform = new PlatformService(board, facts, allocator, processor, com1, com2);
        X86Machine machine = new X86Machine(new UntypedMemory(allocator), platform);
        machine.bind();
        Log.info("asterism: " + (allocator.totalFrames() >> 8) + " MiB of memory, clock at " + processor.tscHertz() / 1_000_000 + " MHz");
        startTasks(machine, platform, allocator, format, tables, traps, processor, roots);
        com1.enableInput(zeroedPage(allocator));
        com2.enableInput(zeroedPage(allocator));
        apic.route(acpi.interruptOfIrq(IRQ_COM1), Traps.COM1);
        apic.route(acpi.interruptOfIrq(IRQ_COM2), Traps.COM2);
        SelfTest.runIfAsked(commandLine, allocator, tables.root());
        idle(machine);
    }

    private static FrameAllocator frames(MemoryMap ram, StartInfo info, BootFacts facts) {
        long count = ram.highest() >>> PageSize.SHIFT;
        MemoryMap free = new MemoryMap();
        info.readMemory(free);
        free.exclude(0, LOW_MEMORY_END);
        free.exclude(Symbols.LOAD_ADDRESS, Symbols.dataEnd() - Symbols.KERNEL_BASE);
        free.exclude(PageSize.floor(facts.ramDisk()), PageSize.ceil(facts.ramDisk() + facts.ramDiskBytes()));
        free.exclude(PROVISIONAL_LIMIT, Long.MAX_VALUE);
        long bytes = PageSize.ceil(FrameAllocator.metadataBytes(count));
        long metadata = free.carve(bytes, PROVISIONAL_LIMIT);
        require(metadata != 0, "no room below 4 GiB for the metadata of all frames; give the machine less or more contiguous memory");
        X86PhysicalMemory memory = new X86PhysicalMemory();
        Address.fillWords(memory.address(metadata), bytes, 0);
        FrameAllocator allocator = new FrameAllocator(memory, memory.address(metadata), count);
        for (int i = 0; i < free.count(); i++) {
            allocator.add(free.start(i), free.end(i));
        }
        return allocator;
    }

    private static Apic enterFinalTables(KernelTables tables, MemoryMap ram, AcpiTables acpi) {
        for (int i = 0; i < ram.count(); i++) {
            tables.mapLinear(ram.start(i), ram.end(i));
        }
        tables.mapImage();
        long local = tables.mapDevice(Cpu.readMsr(MSR_APIC_BASE) & APIC_ADDRESS_MASK);
        long io = tables.mapDevice(acpi.ioApic());
        tables.reserve(TASK_STACKS);
        // SAFETY: the final tables map code, constants, data and stack where the provisional ones do.
        Cpu.writeCr3(tables.root());
        Address.storeLong(Symbols.bootCpu() + CpuArea.ACTIVE_ROOT, tables.root());
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
        Descriptors.install(memory, stacks, Symbols.bootCpu());
    }

    private static void startTasks(X86Machine machine, PlatformService platform, FrameAllocator allocator, X86PageTableFormat format,
            KernelTables tables, Traps traps, X86Processor processor, TaskRoots roots) {
        X86AddressTranslation translation =
                new X86AddressTranslation(tables.root(), allocator.memory().address(tables.root()), Symbols.bootCpu());
        TaskStacks stacks = new TaskStacks(allocator, format, translation, tables.root(), TASK_STACKS);
        X86UserEntry userEntry = new X86UserEntry(traps);
        TaskActivation activation = new TaskActivation();
        machine.provide(new UserPaging(allocator, format, translation, activation),
                new UserAccessService(new X86UserCopy(), format, activation, allocator));
        FailureWatch watch = new FailureWatch();
        switcher = new TaskSwitcher(processor, translation, userEntry, stacks, TaskAccess.create(machine, "idle", () -> { }), watch);
        activation.serve(switcher);
        roots.show(switcher);
        TimerService timers = new TimerService(switcher, processor, watch);
        TaskService tasks = new TaskService(switcher, timers, processor);
        deferred = new DeferredWork(processor, switcher, timers, platform::deliverInput);
        Parking.install(new TaskParking(tasks, deferred, processor));
        machine.provide(tasks, timers, new UserModeService(userEntry, processor, switcher, deferred), stacks);
        PreemptionStress stress = PreemptionStress.ofBootOptions(allocator, Symbols.textStart(), Symbols.textEnd());
        if (stress != null) {
            switcher.preempt(stress);
            platform.tellAtTheEnd(stress::report);
        }
        traps.serve(processor, deferred, stress);
        KernelFaults.contain(switcher);
        watch.start();
    }

    /** The first task runs the program of the image; the boot flow idles. */
    private static void idle(X86Machine machine) {
        TaskOptions.of(X86Boot::runProgram).name("boot").spawn();
        Cpu.enableInterrupts();
        Preemption.enable();
        deferred.idle();
    }

    private static void runProgram() {
        Throwable escaped = Program.run();
        if (escaped != null) {
            FailureReport.contain("the program of this image", escaped);
        }
    }

    /** The running task is about to compute in floating-point registers: those of its user program go back to their image. */
    @Exported("ostd_take_floating_registers")
    static void takeFloatingRegisters() {
        if (switcher != null) {
            switcher.unload();
        }
    }

    @Exported("ostd_task_start")
    static void startTask() {
        switcher.begin();
    }

    private static long zeroedPage(FrameAllocator allocator) {
        return allocator.memory().address(allocator.allocateTypedZeroed());
    }

    private static long heapLimit(String commandLine) {
        try {
            return HeapLimit.of(commandLine);
        } catch (IllegalArgumentException refused) {
            throw Abort.because(refused.getMessage(), 0);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Abort.because(otherwise, 0);
        }
    }
}
