package org.asterism.service.proc.init;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.abi.WaitConstants;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.syscall.SyscallTable;
import org.asterism.kernel.vfs.HostChannel;
import org.asterism.kernel.vfs.Vfs;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.power.Power;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.process.ResourceLimits;
import org.asterism.service.proc.process.ThreadBody;
import org.asterism.service.proc.schedule.SchedulingState;
import org.asterism.service.proc.signal.SignalActions;
import org.asterism.service.proc.wait.ChildNews;
import org.asterism.service.proc.wait.ChildWait;
import org.asterism.service.proc.wait.WaitSelection;

/** The body of process 1. */
final class InitProcess implements ThreadBody {
    private static final byte EXIT_FRAME = 'X';
    private static final int SIGNALLED = 128;
    private static final WaitSelection EVERYBODY =
            new WaitSelection(0, 0, WaitConstants.WEXITED | WaitConstants.WALL);

    private final ProcessTable table;
    private final Vfs vfs;
    private final SyscallTable calls;
    private final UserAbi abi;
    private final HostChannel channel;
    private final CommandLine command;
    private final ThreadBody program;

    InitProcess(ProcessTable table, Vfs vfs, SyscallTable calls, UserAbi abi, HostChannel channel, CommandLine command,
            ThreadBody program) {
        this.table = table;
        this.vfs = vfs;
        this.calls = calls;
        this.abi = abi;
        this.channel = channel;
        this.command = command;
        this.program = program;
    }

    /** Makes process 1 and starts it. */
    static void start(ProcessTable table, Vfs vfs, InitProcess body) throws KernelException {
        int id = table.allocateId();
        Process process = new Process(id, new SignalActions(), new ResourceLimits(), 0);
        ProgramThread thread = new ProgramThread(id, process, body, new SchedulingState(0), "init");
        thread.equip(null, vfs.createFileTable(), vfs.createContext(), Credentials.ROOT);
        table.addInit(process, thread);
        thread.start();
    }

    @Override
    public void run(ProgramThread thread) {
        int status;
        try {
            status = reapUntilEnd(thread, startProgram(thread));
        } catch (KernelException e) {
            Log.error("init failed: " + e.errno());
            status = WaitConstants.exited(Errno.EAGAIN.number());
        }
        finish(thread, status);
    }

    private Process startProgram(ProgramThread init) throws KernelException {
        int id = table.allocateId();
        Process process = new Process(id, new SignalActions(), init.process().limits().copy(), Signals.SIGCHLD);
        ProgramThread thread = new ProgramThread(id, process, program, new SchedulingState(0), "init");
        thread.equip(UserContext.create(), vfs.createFileTable(), vfs.createContext(), Credentials.ROOT);
        table.addChild(process, thread, init.process(), init.process().group());
        try (var held = table.lock().lock()) {
            table.startSession(process);
        }
        thread.start();
        return process;
    }

    private int reapUntilEnd(ProgramThread init, Process first) throws KernelException {
        while (true) {
            ChildNews news = new ChildWait(table, init, EVERYBODY).await();
            if (news.child() == first) {
                return news.waitStatus();
            }
        }
    }

    private void finish(ProgramThread init, int status) {
        try {
            calls.call(init, abi.syscallNumber("sync"), 0, 0, 0, 0, 0, 0);
        } catch (KernelException e) {
            Log.warning("sync before power-off failed: " + e.errno());
        }
        int signal = WaitConstants.terminatingSignal(status);
        if (signal != 0) {
            Log.error(command.path() + " was the first program and was killed by signal " + signal + "; the machine is turned off");
        }
        if (command.isCommand()) {
            byte[] payload = new byte[4];
            LittleEndian.putInt(payload, 0, signal == 0 ? WaitConstants.exitCode(status) : SIGNALLED + signal);
            channel.send(EXIT_FRAME, payload);
        }
        Power.off();
    }

    @Override
    public void abandon(ProgramThread thread, Throwable failure) {
        FailureReport.contain("process 1, without which nothing goes on", failure);
        Power.off();
    }
}
