package org.asterism.service.proc.kernel;

import java.util.List;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.syscall.SyscallTable;
import org.asterism.ostd.host.HostSyscallTable;
import org.asterism.ostd.host.TestMachine;
import org.asterism.service.mm.AddressSpaceFactory;
import org.asterism.service.proc.allocation.CallAllocation;
import org.asterism.service.proc.directory.Census;
import org.asterism.service.proc.directory.Identity;
import org.asterism.service.proc.futex.FutexTable;
import org.asterism.service.proc.init.KernelStart;
import org.asterism.service.proc.loader.ProgramLoader;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.schedule.FairScheduler;
import org.asterism.service.proc.syscall.CredentialCalls;
import org.asterism.service.proc.syscall.FutexCalls;
import org.asterism.service.proc.syscall.IdentityCalls;
import org.asterism.service.proc.syscall.KillCalls;
import org.asterism.service.proc.syscall.LifeCalls;
import org.asterism.service.proc.syscall.PrctlCalls;
import org.asterism.service.proc.syscall.ResourceCalls;
import org.asterism.service.proc.syscall.ScheduleCalls;
import org.asterism.service.proc.syscall.SignalCalls;
import org.asterism.service.proc.syscall.SystemCalls;
import org.asterism.service.proc.syscall.TimeCalls;
import org.asterism.service.proc.syscall.TimerCalls;
import org.asterism.service.proc.syscall.WaitCalls;
import org.asterism.service.proc.thread.Cloner;
import org.asterism.service.proc.thread.ProgramStart;
import org.asterism.service.proc.thread.ThreadEnd;
import org.asterism.service.proc.time.Clocks;
import org.asterism.service.proc.time.SystemClock;
import org.asterism.service.proc.time.TimerWorker;

/** This bundle and the memory service, wired as in a kernel, on a simulated machine. */
public final class TestKernel implements AutoCloseable {
    public static final long EPOCH = 1_700_000_000L;
    private static final long STEP_NANOS = 1_000_000;
    private static final int MOST_STEPS = 20_000;

    public final TestMachine machine;
    public final TestVfs vfs = new TestVfs();
    public final ProcessTable table = new ProcessTable();
    public final FutexTable futexes = new FutexTable();
    private final FairScheduler scheduler = new FairScheduler();
    private final KernelStart start;

    public TestKernel() {
        this(TestMachine.builder());
    }

    public TestKernel(TestMachine.Builder options) {
        machine = options.commandLine("init=/bin/program asterism.exec=eA==").build();
        ThreadEnd end = new ThreadEnd(table, futexes);
        ProgramStart programs = new ProgramStart(new ProgramLoader(new AddressSpaceFactory(), vfs), table, end);
        Clocks clocks = new Clocks(new SystemClock(() -> EPOCH), table);
        TimerWorker worker = new TimerWorker();
        Census census = new Census(table, scheduler);
        SyscallTable calls = new HostSyscallTable(List.of(new LifeCalls(new Cloner(table, worker), programs), new WaitCalls(table),
                new KillCalls(table), new SignalCalls(), new IdentityCalls(table), new TimeCalls(clocks),
                new TimerCalls(worker, clocks, table), new FutexCalls(futexes, clocks), new ScheduleCalls(table),
                new ResourceCalls(table, census, worker), new SystemCalls(new Identity()), new CredentialCalls(table),
                new PrctlCalls()));
        start = new KernelStart(calls, new CallAllocation(), scheduler, table, vfs, vfs, programs, end);
    }

    public void program(String path, Script script) {
        vfs.add(path, new ElfFixture().build(machine.code().assemble(script.instructions())));
    }

    /** Runs the first program to its end: its exit code, or 128 and a signal. */
    public int run(Script script) {
        program("/bin/program", script);
        start.start();
        for (int i = 0; i < MOST_STEPS && !machine.powerState().equals("off"); i++) {
            machine.advance(STEP_NANOS);
        }
        if (!machine.powerState().equals("off")) {
            throw new AssertionError("the program did not end; processes left: " + table.all() + "; log " + machine.log());
        }
        return LittleEndian.getInt(vfs.exitFrame, 0);
    }

    public int liveTables() {
        return vfs.liveTables;
    }

    @Override
    public void close() {
        machine.close();
    }
}
