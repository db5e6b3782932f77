package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.SystemLayouts;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.mm.MemoryStatistics;
import org.asterism.ostd.time.Clock;
import org.asterism.service.proc.directory.Census;
import org.asterism.service.proc.directory.LoadAverage;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.time.TimerWorker;
import org.asterism.service.proc.time.TimersOfProcess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Limits and usage. */
@Component(service = SyscallProvider.class)
public final class ResourceCalls implements SyscallProvider {
    private static final int LIMIT_BYTES = 16;
    private static final int TIMES_BYTES = 32;
    private static final long NANOS_PER_TICK = 10_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** sysinfo(2) shows load averages with 16 fractional bits. */
    private static final int LOAD_SHIFT = 16 - LoadAverage.FRACTION_BITS;
    private static final long MOST_DESCRIPTORS = 1L << 20;

    private final ProcessTable table;
    private final Census census;
    private final TimerWorker worker;

    /**
     * Decodes for the table.
     *
     * @param table of processes
     * @param census counts them
     * @param worker watches limits of processor time
     */
    @Activate
    public ResourceCalls(@Reference ProcessTable table, @Reference Census census, @Reference TimerWorker worker) {
        this.table = table;
        this.census = census;
        this.worker = worker;
    }

    /**
     * getrlimit(2).
     *
     * @param thread the caller
     * @param resource which
     * @param limit where to store it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("getrlimit")
    public long limit(UserThread thread, int resource, long limit) throws KernelException {
        if (limit == 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return exchange((ProgramThread) thread, ((ProgramThread) thread).process(), resource, 0, limit);
    }

    /**
     * setrlimit(2).
     *
     * @param thread the caller
     * @param resource which
     * @param limit address of the new one
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setrlimit")
    public long setLimit(UserThread thread, int resource, long limit) throws KernelException {
        if (limit == 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return exchange((ProgramThread) thread, ((ProgramThread) thread).process(), resource, limit, 0);
    }

    /**
     * prlimit(2).
     *
     * @param thread the caller
     * @param id a process, 0 for the caller
     * @param resource which
     * @param limit address of the new one, or 0
     * @param old where to store the old one, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("prlimit64")
    public long exchangeLimit(UserThread thread, int id, int resource, long limit, long old) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        Process target = id == 0 ? self.process() : table.process(id);
        if (target == null) {
            throw KernelException.of(Errno.ESRCH);
        }
        if (target != self.process() && !mayChange(self.credentials(), target.credentials())) {
            throw KernelException.of(Errno.EPERM);
        }
        return exchange(self, target, resource, limit, old);
    }

    private static boolean mayChange(Credentials mine, Credentials other) {
        return mine.effectiveUser() == 0
                || mine.realUser() == other.realUser() && mine.realUser() == other.effectiveUser()
                        && mine.realUser() == other.savedUser() && mine.realGroup() == other.realGroup()
                        && mine.realGroup() == other.effectiveGroup() && mine.realGroup() == other.savedGroup();
    }

    private long exchange(ProgramThread self, Process target, int resource, long limit, long old)
            throws KernelException {
        if (resource < 0 || resource >= ResourceConstants.RESOURCES) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] before = new byte[LIMIT_BYTES];
        LittleEndian.putLong(before, 0, target.limits().soft(resource));
        LittleEndian.putLong(before, 8, target.limits().hard(resource));
        if (limit != 0) {
            byte[] wanted = UserData.read(limit, LIMIT_BYTES);
            long soft = LittleEndian.getLong(wanted, 0);
            long hard = LittleEndian.getLong(wanted, 8);
            if (Long.compareUnsigned(soft, hard) > 0) {
                throw KernelException.of(Errno.EINVAL);
            }
            boolean raises = Long.compareUnsigned(hard, target.limits().hard(resource)) > 0;
            boolean tooMany = resource == ResourceConstants.RLIMIT_NOFILE
                    && Long.compareUnsigned(hard, MOST_DESCRIPTORS) > 0;
            if (raises && self.credentials().effectiveUser() != 0 || tooMany) {
                throw KernelException.of(Errno.EPERM);
            }
            target.limits().set(resource, soft, hard);
            if (resource == ResourceConstants.RLIMIT_CPU) {
                TimersOfProcess.of(target, worker).watchProcessorLimit();
            }
        }
        if (old != 0) {
            UserData.write(old, before);
        }
        return 0;
    }

    /**
     * getrusage(2).
     *
     * @param thread the caller
     * @param who RUSAGE_SELF and the like
     * @param usage where to store it
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "getrusage", partial = "no figures of input, output and switches")
    public long usage(UserThread thread, int who, long usage) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        UserData.write(usage, switch (who) {
            case ResourceConstants.RUSAGE_SELF -> UsageImage.ofProcess(self.process());
            case ResourceConstants.RUSAGE_CHILDREN -> UsageImage.ofChildren(self.process());
            case ResourceConstants.RUSAGE_THREAD -> UsageImage.ofThread(self);
            default -> throw KernelException.of(Errno.EINVAL);
        });
        return 0;
    }

    /**
     * times(2).
     *
     * @param thread the caller
     * @param times where to store a {@code struct tms}, or 0
     * @return clock ticks since boot
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("times")
    public long times(UserThread thread, long times) throws KernelException {
        if (times != 0) {
            Process process = ((ProgramThread) thread).process();
            byte[] bytes = new byte[TIMES_BYTES];
            LittleEndian.putLong(bytes, 0, process.userTicks());
            LittleEndian.putLong(bytes, 8, process.systemTicks());
            LittleEndian.putLong(bytes, 16, process.childrenUserTimeNanos() / NANOS_PER_TICK);
            LittleEndian.putLong(bytes, 24, process.childrenSystemTimeNanos() / NANOS_PER_TICK);
            UserData.write(times, bytes);
        }
        return Clock.monotonicNanos() / NANOS_PER_TICK;
    }

    /**
     * sysinfo(2).
     *
     * @param thread the caller
     * @param info where to store it
     * @return 0
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("sysinfo")
    public long systemInformation(UserThread thread, long info) throws KernelException {
        byte[] bytes = new byte[SystemLayouts.SYSINFO_BYTES];
        LittleEndian.putLong(bytes, SystemLayouts.SYSINFO_UPTIME,
                (Clock.monotonicNanos() + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
        int at = SystemLayouts.SYSINFO_LOADS;
        for (int minutes : new int[] {1, 5, 15}) {
            LittleEndian.putLong(bytes, at, census.load().fixedPoint(minutes) << LOAD_SHIFT);
            at += 8;
        }
        LittleEndian.putLong(bytes, SystemLayouts.SYSINFO_TOTALRAM, MemoryStatistics.totalBytes());
        LittleEndian.putLong(bytes, SystemLayouts.SYSINFO_FREERAM, MemoryStatistics.freeBytes());
        LittleEndian.putShort(bytes, SystemLayouts.SYSINFO_PROCS, Math.min(census.processes().size(), 0xffff));
        LittleEndian.putInt(bytes, SystemLayouts.SYSINFO_MEM_UNIT, 1);
        UserData.write(info, bytes);
        return 0;
    }
}
