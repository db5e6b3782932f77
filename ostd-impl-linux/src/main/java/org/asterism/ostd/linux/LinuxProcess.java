package org.asterism.ostd.linux;

import org.asterism.ostd.heap.HeapOptions;
import org.asterism.ostd.program.ProgramHost;
import org.asterism.ostd.program.ProgramThreads;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.runtime.Program;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * A Linux process from its first line of Java to its exit. Environment variables choose sizes and stress, for tests:
 * {@code ASTERISM_HEAP_MINIMUM}, {@code ASTERISM_HEAP_LIMIT} (bytes), {@code ASTERISM_COLLECT_EVERY} (allocations), {@code ASTERISM_COLLECT_STEP} (units at each allocation), {@code ASTERISM_POISON},
 * {@code ASTERISM_VERIFY}, {@code ASTERISM_IGNORE_STACKS} (1 for on; the last breaks the collector, to see that tests notice), {@code ASTERISM_TIMER_MICROS} (between preemptions), {@code ASTERISM_TIMER_COLLECT} (1 collects at each), {@code ASTERISM_TIMER_STEP} (units of a collection at each), {@code ASTERISM_TIMER_SEED} (of random intervals), {@code ASTERISM_STATISTICS} (1 prints the heap's figures on standard error at the end).
 */
public final class LinuxProcess {
    private static final long STACK_BYTES = 4L << 20;
    private static final long DEFAULT_MINIMUM = 32L << 20;
    private static final long DEFAULT_LIMIT = 1L << 30;
    private static final int UNCAUGHT_STATUS = 1;

    private LinuxProcess() {}

    @Exported("ostd_main")
    static void start(long initialStack) {
        long area = ThreadArea.current();
        // SAFETY: the area of the first task; its stack ends where Linux put the arguments.
        Address.storeLong(area + ThreadArea.STACK_BASE, initialStack & -8);
        Address.storeLong(area + ThreadArea.STACK_LIMIT, initialStack - STACK_BYTES);
        Abort.install(new LinuxAbort());
        Parking.install(new LinuxScheduler());
        LinuxEnvironment environment = new LinuxEnvironment(initialStack);
        HeapOptions options = new HeapOptions(environment.number("ASTERISM_HEAP_MINIMUM", DEFAULT_MINIMUM), (int) environment.number("ASTERISM_COLLECT_EVERY", 0),
                (int) environment.number("ASTERISM_COLLECT_STEP", 0),
                environment.number("ASTERISM_POISON", 0) != 0, environment.number("ASTERISM_VERIFY", 0) != 0);
        ManagedHeap.start(new LinuxHeapMemory(environment.number("ASTERISM_HEAP_LIMIT", DEFAULT_LIMIT)), new LinuxRoots(environment.number("ASTERISM_IGNORE_STACKS", 0) != 0), options);
        LinuxHost host = new LinuxHost(environment.number("ASTERISM_STATISTICS", 0) != 0);
        ProgramHost.install(host);
        LinuxTimer.configure(environment.number("ASTERISM_TIMER_MICROS", 0), environment.number("ASTERISM_TIMER_COLLECT", 0) != 0,
                (int) environment.number("ASTERISM_TIMER_STEP", 0), environment.number("ASTERISM_TIMER_SEED", 0));
        Throwable uncaught = Program.run();
        if (uncaught != null) {
            System.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace();
        }
        ProgramThreads.awaitAll();
        host.exit(uncaught == null ? 0 : UNCAUGHT_STATUS);
    }
}
