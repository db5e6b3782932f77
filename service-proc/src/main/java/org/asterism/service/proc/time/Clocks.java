package org.asterism.service.proc.time;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.TimeConstants;
import org.asterism.ostd.time.Clock;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clocks by the numbers of clock_gettime(2), those of other processes and threads included. */
@Component(service = Clocks.class)
public final class Clocks {
    private static final int CPU_KIND_MASK = 3;
    private static final int CPU_PROFILE = 0;
    private static final int CPU_USER = 1;
    private static final int CPU_SCHEDULED = 2;
    private static final int CPU_OF_THREAD = 4;

    private final SystemClock system;
    private final ProcessTable table;

    /**
     * All clocks.
     *
     * @param system the time of day
     * @param table whose processor time there is
     */
    @Activate
    public Clocks(@Reference SystemClock system, @Reference ProcessTable table) {
        this.system = system;
        this.table = table;
    }

    /**
     * The time of day.
     *
     * @return never null
     */
    public SystemClock system() {
        return system;
    }

    /**
     * Tells whether a clock shows the time of day.
     *
     * @param id as clock_gettime(2)
     * @return whether it is the realtime clock or a relative
     */
    public static boolean isRealTime(int id) {
        return id == TimeConstants.CLOCK_REALTIME || id == TimeConstants.CLOCK_REALTIME_COARSE
                || id == TimeConstants.CLOCK_REALTIME_ALARM || id == TimeConstants.CLOCK_TAI;
    }

    /**
     * Tells whether a clock counts processor time.
     *
     * @param id as clock_gettime(2)
     * @return whether it stands still while its thread or process sleeps
     */
    public static boolean isProcessorTime(int id) {
        return id < 0 || id == TimeConstants.CLOCK_PROCESS_CPUTIME_ID || id == TimeConstants.CLOCK_THREAD_CPUTIME_ID;
    }

    /**
     * Finds a clock.
     *
     * @param thread who asks
     * @param id as clock_gettime(2)
     * @return never null
     * @throws KernelException {@code EINVAL} if there is none
     */
    public TimerClock find(ProgramThread thread, int id) throws KernelException {
        if (id < 0) {
            return ofProcessor(thread, id);
        }
        return switch (id) {
            case TimeConstants.CLOCK_REALTIME, TimeConstants.CLOCK_REALTIME_COARSE, TimeConstants.CLOCK_REALTIME_ALARM,
                    TimeConstants.CLOCK_TAI -> system::realTimeNanos;
            case TimeConstants.CLOCK_MONOTONIC, TimeConstants.CLOCK_MONOTONIC_RAW, TimeConstants.CLOCK_MONOTONIC_COARSE,
                    TimeConstants.CLOCK_BOOTTIME, TimeConstants.CLOCK_BOOTTIME_ALARM -> Clock::monotonicNanos;
            case TimeConstants.CLOCK_PROCESS_CPUTIME_ID -> ofProcess(thread.process());
            case TimeConstants.CLOCK_THREAD_CPUTIME_ID -> ofThread(thread);
            default -> throw KernelException.of(Errno.EINVAL);
        };
    }

    private static TimerClock ofProcess(Process process) {
        return () -> process.userTimeNanos() + process.systemTimeNanos();
    }

    private static TimerClock ofThread(ProgramThread thread) {
        return () -> thread.userTimeNanos() + thread.systemTimeNanos();
    }

    /** Ids below zero hold the complement of a process or thread id, and what to count. */
    private TimerClock ofProcessor(ProgramThread asker, int id) throws KernelException {
        int owner = ~(id >> 3);
        int kind = id & CPU_KIND_MASK;
        if (kind != CPU_PROFILE && kind != CPU_USER && kind != CPU_SCHEDULED) {
            throw KernelException.of(Errno.EINVAL);
        }
        if ((id & CPU_OF_THREAD) != 0) {
            ProgramThread thread = owner == 0 ? asker : table.thread(owner);
            if (thread == null || thread.process() != asker.process()) {
                throw KernelException.of(Errno.EINVAL);
            }
            return kind == CPU_USER ? thread::userTimeNanos : ofThread(thread);
        }
        Process process = owner == 0 ? asker.process() : table.process(owner);
        if (process == null) {
            throw KernelException.of(Errno.EINVAL);
        }
        return kind == CPU_USER ? process::userTimeNanos : ofProcess(process);
    }
}
