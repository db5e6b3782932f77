package org.asterism.service.proc.init;

import org.asterism.kernel.KernelEntry;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.syscall.SyscallTable;
import org.asterism.kernel.vfs.HostChannel;
import org.asterism.kernel.vfs.Vfs;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.task.Scheduler;
import org.asterism.service.proc.allocation.CallAllocation;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.thread.ProgramStart;
import org.asterism.service.proc.thread.ThreadEnd;
import org.asterism.service.proc.thread.UserLoop;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs the scheduler and makes process 1. */
@Component(service = KernelEntry.class)
public final class KernelStart implements KernelEntry {
    private final SyscallTable calls;
    private final CallAllocation allocation;
    private final Scheduler scheduler;
    private final ProcessTable table;
    private final Vfs vfs;
    private final HostChannel channel;
    private final ProgramStart programs;
    private final ThreadEnd threadEnd;

    /**
     * Everything that running programs needs.
     *
     * @param calls what system calls do
     * @param allocation counts what they allocate
     * @param scheduler who runs next
     * @param table of processes
     * @param vfs files of the first process
     * @param channel where {@code run --exec} waits
     * @param programs starts the first one
     * @param threadEnd what happens last in a thread
     */
    @Activate
    public KernelStart(@Reference SyscallTable calls, @Reference CallAllocation allocation, @Reference(name = "scheduler") Scheduler scheduler,
            @Reference ProcessTable table, @Reference Vfs vfs, @Reference HostChannel channel, @Reference ProgramStart programs,
            @Reference ThreadEnd threadEnd) {
        this.calls = calls;
        this.allocation = allocation;
        this.scheduler = scheduler;
        this.table = table;
        this.vfs = vfs;
        this.channel = channel;
        this.programs = programs;
        this.threadEnd = threadEnd;
    }

    @Override
    public void start() {
        Scheduler.install(scheduler);
        allocation.name(calls);
        UserAbi abi = UserAbi.of(BootInfo.architecture());
        UserLoop loop = new UserLoop(calls, allocation, abi, threadEnd, table);
        CommandLine command = CommandLine.read(channel);
        FirstProgram program = new FirstProgram(command, programs, vfs, channel, loop);
        try {
            InitProcess.start(table, vfs, new InitProcess(table, vfs, calls, abi, channel, command, program));
        } catch (KernelException e) {
            throw new IllegalStateException("no process id for init", e);
        }
    }
}
