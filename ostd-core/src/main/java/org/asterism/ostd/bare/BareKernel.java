package org.asterism.ostd.bare;

import org.asterism.ostd.arch.AddressTranslation;
import org.asterism.ostd.arch.Board;
import org.asterism.ostd.arch.KernelPageFormat;
import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.arch.UserEntry;
import org.asterism.ostd.boot.MemoryMap;
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
import org.asterism.ostd.scheduling.StackLayout;
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
import org.asterism.ostd.usermode.UserAccessService;
import org.asterism.ostd.usermode.UserModeService;

/**
 * Brings OSTD up on a machine that runs on its final page tables: object heap, platform, tasks; then runs the program of the image as the first
 * task, and becomes the idle task.
 */
public final class BareKernel {
    private static final long HEAP_MINIMUM = 8L << 20;

    private static TaskSwitcher switcher;
    private static DeferredWork deferred;
    private static DeviceSupport devices;

    private BareKernel() {}

    /**
     * What an architecture has prepared.
     *
     * @param board       power, entropy, the name
     * @param facts       from the boot loader
     * @param allocator   of all frames
     * @param ram         the ranges of memory
     * @param format      of page tables
     * @param translation that follows them
     * @param root        physical address of the kernel's root table
     * @param taskStacks  first address for the stacks of tasks, in range of root entries that all spaces share
     * @param stacks      how large they are
     * @param processor   with the clock running
     * @param userEntry   user mode
     * @param terminal    the console
     * @param channel     the raw channel
     */
    public record Parts(Board board, BootFacts facts, FrameAllocator allocator, MemoryMap ram, KernelPageFormat format, AddressTranslation translation,
            long root, long taskStacks, StackLayout stacks, BareProcessor processor, UserEntry userEntry, SerialPort terminal, SerialPort channel) {}

    /**
     * The allocator of a machine's frames.
     *
     * @param memory how frames are reached
     * @param ram    all ranges of memory
     * @param free   those that are not in use; what is taken for the allocator itself is taken out
     * @param limit  end of what can be reached now
     * @return an allocator that owns what is free below the limit
     */
    public static FrameAllocator frames(LinearMemory memory, MemoryMap ram, MemoryMap free, long limit) {
        long count = ram.highest() >>> PageSize.SHIFT;
        long lowest = ram.lowest() >>> PageSize.SHIFT & -(1L << FrameAllocator.MAX_ORDER);
        free.exclude(limit, Long.MAX_VALUE);
        long bytes = PageSize.ceil(FrameAllocator.metadataBytes(count - lowest));
        long metadata = free.carve(bytes, limit);
        require(metadata != 0, "no room in low memory for the metadata of all frames; give the machine less or more contiguous memory");
        Address.fillWords(memory.address(metadata), bytes, 0);
        FrameAllocator allocator = new FrameAllocator(memory, memory.address(metadata), lowest, count);
        for (int i = 0; i < free.count(); i++) {
            allocator.add(free.start(i), free.end(i));
        }
        return allocator;
    }

    /**
     * Serves devices; without, the machine has none. Called before {@link #start}.
     *
     * @param support of the architecture
     */
    public static void serveDevices(DeviceSupport support) {
        devices = support;
    }

    /**
     * Starts everything above the architecture, with interrupts off.
     *
     * @param parts of the machine
     */
    public static void start(Parts parts) {
        BareProcessor processor = parts.processor();
        FrameAllocator allocator = parts.allocator();
        String commandLine = parts.facts().commandLine();
        TaskRoots roots = new TaskRoots(processor);
        long limit = heapLimit(commandLine);
        ManagedHeap.start(new FrameHeapMemory(allocator, parts.ram().highest(), limit), roots, HeapOptions.of(commandLine, Math.min(HEAP_MINIMUM, limit)));
        ManagedHeap.reserveMinimum();

        PlatformService platform = new PlatformService(parts.board(), parts.facts(), allocator, processor, parts.terminal(), parts.channel());
        BareMachine machine = new BareMachine(new UntypedMemory(allocator), platform, devices);
        machine.bind();
        Log.info("asterism: " + (allocator.totalFrames() >> 8) + " MiB of memory, clock at " + processor.hertz() / 1_000_000 + " MHz");

        TaskStacks stacks = new TaskStacks(allocator, parts.format(), parts.translation(), parts.root(), parts.taskStacks(),
                parts.stacks());
        TaskActivation activation = new TaskActivation();
        machine.provide(new UserPaging(allocator, parts.format(), parts.translation(), activation),
                new UserAccessService(new UserCopyRoutines(), parts.format(), activation, allocator));
        FailureWatch watch = new FailureWatch();
        switcher = new TaskSwitcher(processor, parts.translation(), parts.userEntry(), stacks, TaskAccess.create(machine, "idle", () -> { }), watch);
        activation.serve(switcher);
        roots.show(switcher);
        TimerService timers = new TimerService(switcher, processor, watch);
        TaskService tasks = new TaskService(switcher, timers, processor);
        deferred = new DeferredWork(processor, switcher, timers, () -> deliver(platform));
        Parking.install(new TaskParking(tasks, deferred, processor));
        machine.provide(tasks, timers, new UserModeService(parts.userEntry(), processor, switcher, deferred), stacks);
        PreemptionStress stress = PreemptionStress.ofBootOptions(allocator, ImageSymbols.textStart(), ImageSymbols.textEnd());
        if (stress != null) {
            switcher.preempt(stress);
            platform.tellAtTheEnd(stress::report);
        }
        KernelPreemption.serve(deferred, stress);
        KernelFaults.contain(switcher);
        watch.start();
    }

    /**
     * Runs the program of the image as the first task; the boot flow idles and does not return.
     *
     * @param processor whose interrupts may come from now on
     */
    public static void idle(BareProcessor processor) {
        TaskOptions.of(BareKernel::runProgram).name("boot").spawn();
        processor.enableInterrupts();
        Preemption.enable();
        deferred.idle();
    }

    private static void deliver(PlatformService platform) {
        platform.deliverInput();
        if (devices != null) {
            devices.deliver();
        }
    }

    private static void runProgram() {
        Throwable escaped = Program.run();
        if (escaped != null) {
            FailureReport.contain(escaped instanceof ExceptionInInitializerError ? "a class initializer" : "the program of this image", escaped);
            throw Abort.because("the program of this image has failed, as reported above", 0);
        }
    }

    /**
     * The running task is about to compute in floating-point registers: those of its user program go back to their image. An architecture exports it
     * as {@code ostd_take_floating_registers}.
     */
    public static void takeFloatingRegisters() {
        if (switcher != null) {
            switcher.unload();
        }
    }

    /** Where a new task begins. An architecture exports it as {@code ostd_task_start}. */
    public static void startTask() {
        switcher.begin();
    }

    /**
     * Tells whether a fault at an address is the overflow of a kernel stack.
     *
     * @param address that faulted
     * @return whether it lies in a guard
     */
    public static boolean isStackGuard(long address) {
        return BareMachine.isStackGuard(address);
    }

    /**
     * A page of raw memory for the input of a serial port.
     *
     * @param allocator where it comes from
     * @return its address
     */
    public static long zeroedPage(FrameAllocator allocator) {
        return allocator.memory().address(allocator.allocateTypedZeroed());
    }

    /**
     * Stops the machine unless something holds.
     *
     * @param holds     what must be
     * @param otherwise what is wrong, and what to do
     */
    public static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Abort.because(otherwise, 0);
        }
    }

    private static long heapLimit(String commandLine) {
        try {
            return HeapLimit.of(commandLine);
        } catch (IllegalArgumentException refused) {
            throw Abort.because(refused.getMessage(), 0);
        }
    }
}
