package org.asterism.service.fs.procfs;

import java.util.List;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.process.ProcessDirectory;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.FileSystemType;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.bus.DeviceView;
import org.asterism.ostd.cpu.Processors;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.failure.Taint;
import org.asterism.ostd.mm.HeapFigure;
import org.asterism.ostd.mm.MemoryStatistics;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.service.fs.mount.Namespace;

/** Files on the whole system. Figures that the kernel does not keep are zero. */
final class SystemFiles {
    private static final long NANOS = 1_000_000_000L;
    private static final long NANOS_PER_TICK = 10_000_000L;

    private final ProcessDirectory processes;
    private final Namespace namespace;
    private final RealTimeClock clock;

    SystemFiles(ProcessDirectory processes, Namespace namespace, RealTimeClock clock) {
        this.processes = processes;
        this.namespace = namespace;
        this.clock = clock;
    }

    void addTo(List<ProcEntry> entries) {
        entries.add(new TextEntry("stat", this::statistics));
        entries.add(new TextEntry("meminfo", SystemFiles::memory));
        entries.add(new TextEntry("uptime", this::uptime));
        entries.add(new TextEntry("loadavg", this::loadAverage));
        entries.add(new TextEntry("cmdline", () -> new Text().add(BootInfo.commandLine()).add('\n').bytes()));
        entries.add(new TextEntry("cpuinfo", SystemFiles::processors));
        entries.add(new TextEntry("filesystems", this::types));
        entries.add(new TextEntry("swaps", () -> new Text().add("Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n").bytes()));
        entries.add(new TextEntry("modules", () -> new byte[0]));
        entries.add(new TextEntry("asterism/taint", SystemFiles::taint));
        entries.add(new TextEntry("asterism/devices", SystemFiles::devices));
        entries.add(new TextEntry("asterism/stack", () -> new Text().add("deepest_bytes ").add(Task.deepestStackBytes()).add('\n').bytes()));
    }

    private byte[] statistics() {
        long user = 0;
        long system = 0;
        for (ProcessView process : processes.processes()) {
            user += process.userTimeNanos();
            system += process.systemTimeNanos();
        }
        long idle = processes.idleNanos();
        long busy = Math.max(0, Clock.monotonicNanos() * Processors.count() - idle);
        long busyUser = user + system == 0 ? 0 : busy / (user + system + 1) * user;
        Text text = new Text();
        cpuLine(text.add("cpu  "), busyUser, busy - busyUser, idle);
        cpuLine(text.add("cpu0 "), busyUser, busy - busyUser, idle);
        long bootTime = (clock.realTimeNanos() - Clock.monotonicNanos()) / NANOS;
        text.add("intr 0\nctxt ").add(Processors.contextSwitches()).add("\nbtime ").add(bootTime).add("\nprocesses ").add(processes.created());
        text.add("\nprocs_running ").add(processes.runnableThreads()).add("\nprocs_blocked 0\n");
        return text.add("softirq 0 0 0 0 0 0 0 0 0 0 0\n").bytes();
    }

    private static void cpuLine(Text text, long user, long system, long idle) {
        text.add(user / NANOS_PER_TICK).add(" 0 ").add(system / NANOS_PER_TICK).add(' ').add(idle / NANOS_PER_TICK)
                .add(" 0 0 0 0 0 0\n");
    }

    /** A line for each bundle whose code has failed: name and how often. */
    private static byte[] taint() {
        Taint taint = FailureReport.taint();
        Text text = new Text();
        for (int i = 0; i < taint.size(); i++) {
            text.add(taint.bundle(i)).add(' ').add(taint.failures(i)).add('\n');
        }
        return text.bytes();
    }

    /** A line for each device that the buses have found: where it is, what it is, and the bundle that drives it, {@code -} for none. */
    private static byte[] devices() {
        Text text = new Text();
        for (DeviceView device : DeviceRegistry.devices()) {
            text.add(device.identity().location()).add(' ').add(device.identity().description()).add(' ')
                    .add(device.driver().isEmpty() ? "-" : device.driver()).add('\n');
        }
        return text.bytes();
    }

    private static byte[] memory() {
        long total = MemoryStatistics.totalBytes() / 1024;
        long free = MemoryStatistics.freeBytes() / 1024;
        Text text = new Text();
        amount(text, "MemTotal:", total);
        amount(text, "MemFree:", free);
        amount(text, "MemAvailable:", free);
        amount(text, "Buffers:", 0);
        amount(text, "Cached:", 0);
        amount(text, "SwapCached:", 0);
        amount(text, "Active:", 0);
        amount(text, "Inactive:", 0);
        amount(text, "SwapTotal:", 0);
        amount(text, "SwapFree:", 0);
        amount(text, "Dirty:", 0);
        amount(text, "Writeback:", 0);
        amount(text, "AnonPages:", 0);
        amount(text, "Mapped:", 0);
        amount(text, "Shmem:", 0);
        amount(text, "Slab:", MemoryStatistics.heap(HeapFigure.HEAP_BYTES) / 1024);
        amount(text, "SReclaimable:", 0);
        return text.bytes();
    }

    private static void amount(Text text, String name, long kibibytes) {
        text.left(name, 16).right(kibibytes, 8).add(" kB\n");
    }

    private byte[] uptime() {
        return new Text().seconds(Clock.monotonicNanos()).add(' ').seconds(processes.idleNanos()).add('\n').bytes();
    }

    private byte[] loadAverage() {
        int threads = 0;
        for (ProcessView process : processes.processes()) {
            threads += process.threads().size();
        }
        return new Text().hundredths(processes.loadAverageHundredths(1)).add(' ')
                .hundredths(processes.loadAverageHundredths(5)).add(' ').hundredths(processes.loadAverageHundredths(15))
                .add(' ').add(processes.runnableThreads()).add('/').add(threads).add(' ').add(processes.lastId()).add('\n')
                .bytes();
    }

    private static byte[] processors() {
        Text text = new Text();
        for (int i = 0; i < Processors.count(); i++) {
            text.add("processor\t: ").add(i).add('\n').add(UserAbi.of(BootInfo.architecture()).processorDescription()).add('\n');
        }
        return text.bytes();
    }

    private byte[] types() {
        Text text = new Text();
        for (FileSystemType type : namespace.types()) {
            text.add(type.isWithoutDevice() ? "nodev" : "").add('\t').add(type.name()).add('\n');
        }
        return text.bytes();
    }
}
