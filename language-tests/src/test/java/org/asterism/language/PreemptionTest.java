package org.asterism.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.asterism.aot.LinkageException;
import org.asterism.language.batch.Batch;
import org.asterism.language.batch.Batch.BareImage;
import org.asterism.language.batch.BatchOutput;
import org.asterism.language.batch.Machine;
import org.asterism.language.batch.MachineCode;
import org.asterism.language.batch.OnMachines;
import org.asterism.language.programs.concurrency.Allocations;
import org.asterism.language.programs.concurrency.ContendedMonitors;
import org.asterism.language.programs.concurrency.DeepExceptions;
import org.asterism.language.programs.concurrency.FloatingPoint;
import org.asterism.language.programs.concurrency.KernelTasks;
import org.asterism.language.programs.concurrency.LazyInitialization;
import org.asterism.language.programs.concurrency.ObjectGraphs;
import org.asterism.language.programs.concurrency.SharedCollections;
import org.asterism.language.programs.concurrency.UnprotectedCounter;
import org.junit.jupiter.api.BeforeAll;

/** Sixteen tasks on a bare machine whose timer preempts them after every few instructions do what they do alone, and on HotSpot. */
class PreemptionTest {
    static final Batch TASKS = Batch.of("preempted", "language", ObjectGraphs.class, Allocations.class, DeepExceptions.class,
            FloatingPoint.class, SharedCollections.class, ContendedMonitors.class, LazyInitialization.class);
    /** Programs that HotSpot cannot run, or that print what depends on who runs when. */
    private static final Batch KERNEL = Batch.of("kernel-tasks", "language", KernelTasks.class, UnprotectedCounter.class);
    private static final Pattern PREEMPTED = Pattern.compile("preempted in (\\S+): (\\d+)");
    private static final Pattern SIGNALS = Pattern.compile("preemptions (\\d+)");
    private static final int MEGABYTES = 128;
    /** How functions in assembly begin, which keep the registers and bring them back. */
    private static final String ASSEMBLY = "ostd_";

    private static final Map<Machine, BareImage> IMAGES = new EnumMap<>(Machine.class);
    private static BatchOutput expected;

    @BeforeAll
    static void runOnHotSpot() throws IOException {
        expected = TASKS.onHotSpot();
    }

    private static BareImage image(Machine machine) throws IOException, LinkageException {
        if (!IMAGES.containsKey(machine)) {
            IMAGES.put(machine, TASKS.compiledForBare(machine));
        }
        return IMAGES.get(machine);
    }

    /** How often each class was preempted, by the kernel's own report. */
    private static Map<String, Integer> preemptions(BatchOutput output) {
        Map<String, Integer> counts = new TreeMap<>();
        for (MatchResult line : PREEMPTED.matcher(output.ending()).results().toList()) {
            counts.merge(line.group(1), Integer.parseInt(line.group(2)), Integer::sum);
        }
        return counts;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void undisturbedTasksPrintWhatHotSpotPrints(Machine machine) throws IOException, LinkageException {
        assertThat(image(machine).boot(MEGABYTES, "").differencesFrom(expected)).isEmpty();
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void preemptionAtAnyInstructionChangesNothing(Machine machine) throws IOException, LinkageException {
        BatchOutput output = image(machine).boot(MEGABYTES, machine.preemptingEvery(800) + " preempt.seed=1", BareImage.COUNTED);
        assertThat(output.differencesFrom(expected)).isEmpty();
        Map<String, Integer> counts = preemptions(output);
        assertThat(sum(counts)).isGreaterThan(20_000);
        String runtime = "org.asterism.ostd.runtime.";
        String programs = "org.asterism.language.programs.concurrency.";
        assertThat(counts).containsKeys("org.asterism.ostd.heap.AllocationRuns", "org.asterism.ostd.heap.ObjectHeap",
                runtime + "ObjectAllocator", runtime + "MonitorSupport", runtime + "ExceptionSupport", runtime + "StackTraces",
                runtime + "ClassInitialization", "java.util.HashMap", "java.util.concurrent.ConcurrentHashMap",
                programs + "LazyInitialization", programs + "FloatingPoint", programs + "DeepExceptions");
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void collectionsBetweenPreemptionsChangeNothing(Machine machine) throws IOException, LinkageException {
        BatchOutput output = image(machine).boot(MEGABYTES, machine.preemptingEvery(3000) + " preempt.seed=2 heap.every=1500 heap.poison heap.verify", BareImage.COUNTED);
        assertThat(output.differencesFrom(expected)).isEmpty();
        assertThat(sum(preemptions(output))).isGreaterThan(10_000);
    }

    @OnMachines(usually = Machine.LINUX_PROCESS)
    void signalsAtAnyInstructionOfAProcessChangeNothing(Machine process) throws LinkageException, IOException {
        Batch.ProcessImage tasks = TASKS.compiledAsProcess();
        int preemptions = 0;
        for (int seed = 1; seed <= 12; seed++) {
            BatchOutput output = tasks.run(Map.of("ASTERISM_TIMER_MICROS", "10", "ASTERISM_TIMER_SEED", "" + seed, "ASTERISM_STATISTICS", "1"));
            assertThat(output.differencesFrom(expected)).isEmpty();
            preemptions += Integer.parseInt(SIGNALS.matcher(output.text()).results().findFirst().orElseThrow().group(1));
        }
        assertThat(preemptions).isGreaterThan(2_000);
        assertThat(tasks.run(Map.of("ASTERISM_TIMER_MICROS", "300", "ASTERISM_TIMER_COLLECT", "1", "ASTERISM_POISON", "1"))
                .differencesFrom(expected)).isEmpty();
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void locksOfTheKernelKeepWhatAnUnprotectedCounterLoses(Machine machine) throws LinkageException, IOException {
        BatchOutput output = KERNEL.compiledForBare(machine).boot(MEGABYTES, machine.preemptingEvery(700), BareImage.COUNTED);
        assertThat(output.programs()).containsEntry(UnprotectedCounter.class.getName(), "updates were lost\n")
                .containsEntry(KernelTasks.class.getName(), """
                        under the spin lock 4000
                        under the mutex 4000
                        under the read-write lock 1000 and 1000, torn 0
                        through the queue 2000, left 0
                        passed 640
                        """);
        assertThat(preemptions(output)).containsKeys("org.asterism.ostd.sync.Mutex", "org.asterism.ostd.sync.RwLock",
                "org.asterism.ostd.sync.WaitQueue", "org.asterism.ostd.task.Task");
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void codeTouchesFloatingPointRegistersOnlyAfterItTookThem(Machine machine) throws IOException, LinkageException {
        String register = machine == Machine.BARE_RISCV64 ? "\\bf[ast]\\d+\\b" : "%xmm";
        Map<String, List<String>> functions = MachineCode.of(machine, image(machine).elf()).functionsWith(register);
        functions.keySet().removeIf(name -> name.startsWith(ASSEMBLY));
        assertThat(functions).isNotEmpty().allSatisfy((name, instructions) -> {
            int begin = MachineCode.indexOf(instructions, "<asterism_floating_begin>");
            assertThat(begin).as("the beginning of the region in " + name).isNotNegative()
                    .isLessThan(MachineCode.indexOf(instructions, register));
        });
    }

    @OnMachines(usually = Machine.BARE_X86_64, alsoOn = Machine.BARE_RISCV64)
    void withoutRegistersOfTheirOwnTasksComputeWrongly(Machine machine) throws IOException, LinkageException {
        int[] returnZero = machine == Machine.BARE_RISCV64 ? new int[] {0x01, 0x45, 0x82, 0x80} : new int[] {0x31, 0xc0, 0xc3};
        BareImage broken = image(machine).broken("asterism_floating_begin", returnZero).broken("asterism_floating_end", returnZero);
        assertThat(broken.boot(MEGABYTES, machine.preemptingEvery(1500), BareImage.COUNTED).differencesFrom(expected))
                .anySatisfy(difference -> assertThat(difference).startsWith(FloatingPoint.class.getName()));
    }
}
