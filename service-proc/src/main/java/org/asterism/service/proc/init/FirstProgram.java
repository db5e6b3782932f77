package org.asterism.service.proc.init;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.WaitConstants;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.HostChannel;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Vfs;
import org.asterism.ostd.log.Log;
import org.asterism.service.proc.loader.StringList;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.process.ThreadBody;
import org.asterism.service.proc.thread.ProgramStart;
import org.asterism.service.proc.thread.UserLoop;

/** The body of the first user process: becomes the program, then runs it as any other. */
final class FirstProgram implements ThreadBody {
    private static final String CONSOLE = "/dev/console";
    private static final int READ_WRITE = 2;
    private static final int TIOCSCTTY = 0x540e;
    /** What a shell answers when it cannot start a program. */
    private static final int CANNOT_START = 127;

    private final CommandLine command;
    private final ProgramStart programs;
    private final Vfs vfs;
    private final HostChannel channel;
    private final UserLoop loop;

    FirstProgram(CommandLine command, ProgramStart programs, Vfs vfs, HostChannel channel, UserLoop loop) {
        this.command = command;
        this.programs = programs;
        this.vfs = vfs;
        this.channel = channel;
        this.loop = loop;
    }

    /** The loop that threads cloned from this process run. */
    @Override
    public void run(ProgramThread thread) {
        if (thread.process().image() != null) {
            loop.run(thread);
            return;
        }
        try {
            if (command.isCommand()) {
                openChannel(thread.files());
            } else {
                openConsole(thread);
            }
            StringList arguments = new StringList();
            for (String argument : command.arguments()) {
                arguments.add(argument);
            }
            programs.execute(thread, command.path(), command.path(), arguments, environment());
        } catch (KernelException e) {
            Log.error("cannot start " + command.path() + ": " + e.errno() + "; name another program with init=PATH");
            thread.process().signals().beginEnd(WaitConstants.exited(CANNOT_START));
        }
        loop.run(thread);
    }

    private static StringList environment() {
        return new StringList().add("HOME=/root").add("PATH=/bin:/sbin:/usr/bin:/usr/sbin").add("TERM=linux").add("PWD=/");
    }

    private void openChannel(FileTable files) throws KernelException {
        files.add(channel.standardInput(), 0, false);
        files.add(channel.standardOutput(), 1, false);
        files.add(channel.standardError(), 2, false);
    }

    private void openConsole(ProgramThread thread) throws KernelException {
        FilesystemContext root = thread.filesystem();
        OpenFile console = vfs.open(root, Credentials.ROOT, CONSOLE, READ_WRITE, 0);
        thread.files().add(console, 0, false);
        thread.files().add(console.retain(), 1, false);
        thread.files().add(console.retain(), 2, false);
        console.ioctl(thread, TIOCSCTTY, 0);
    }

    @Override
    public String activity(ProgramThread thread) {
        return loop.activity(thread);
    }

    @Override
    public void abandon(ProgramThread thread, Throwable failure) {
        loop.abandon(thread, failure);
    }
}
