package org.asterism.service.fs.tty;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.ControlRequests;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.TerminalLayout;
import org.asterism.kernel.process.ProcessGroup;
import org.asterism.kernel.process.Session;
import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.mm.UserMemory;

/** Decodes ioctl(2) of terminals. Source: ioctl_tty(2). */
final class TerminalRequests {
    private static final int FLUSH_INPUT = 0;
    private static final int FLUSH_BOTH = 2;
    private static final int SUSPEND_OUTPUT = 0;
    private static final int RESUME_OUTPUT = 1;
    /** Carrier, DTR, RTS, CTS and DSR: a terminal that is there. */
    private static final int MODEM_LINES = 0x166;

    private TerminalRequests() {
    }

    static long handle(Terminal terminal, UserThread thread, int request, long argument) throws KernelException {
        LineDiscipline discipline = terminal.discipline();
        switch (request) {
            case ControlRequests.TCGETS ->
                write(argument, discipline.settings().encoded(TerminalLayout.TERMIOS_BYTES));
            case ControlRequests.TCGETS2 ->
                write(argument, discipline.settings().encoded(TerminalLayout.TERMIOS2_BYTES));
            case ControlRequests.TCSETS, ControlRequests.TCSETSW, ControlRequests.TCSETSF ->
                change(terminal, thread, argument, TerminalLayout.TERMIOS_BYTES, request == ControlRequests.TCSETSF);
            case ControlRequests.TCSETS2, ControlRequests.TCSETSW2, ControlRequests.TCSETSF2 ->
                change(terminal, thread, argument, TerminalLayout.TERMIOS2_BYTES, request == ControlRequests.TCSETSF2);
            case ControlRequests.TCSBRK, ControlRequests.TCSBRKP, ControlRequests.TIOCEXCL, ControlRequests.TIOCNXCL ->
                terminal.jobs().checkChange(thread);
            case ControlRequests.TCXONC -> flow(terminal, thread, (int) argument);
            case ControlRequests.TCFLSH -> flush(terminal, thread, (int) argument);
            case ControlRequests.FIONREAD -> writeInt(argument, discipline.available());
            case ControlRequests.TIOCOUTQ, ControlRequests.TIOCGETD -> writeInt(argument, 0);
            case ControlRequests.TIOCSETD -> {
                if (readInt(argument) != 0) {
                    throw KernelException.of(Errno.EINVAL);
                }
            }
            case ControlRequests.TIOCMGET -> writeInt(argument, MODEM_LINES);
            case ControlRequests.TIOCMBIS, ControlRequests.TIOCMBIC -> readInt(argument);
            case ControlRequests.TIOCGWINSZ -> write(argument, terminal.windowSize());
            case ControlRequests.TIOCSWINSZ -> terminal.setWindowSize(read(argument, TerminalLayout.WINSIZE_BYTES));
            case ControlRequests.TIOCSTI -> fake(terminal, thread, argument);
            default -> {
                return handleSession(terminal, thread, request, argument);
            }
        }
        return 0;
    }

    private static long handleSession(Terminal terminal, UserThread thread, int request, long argument)
            throws KernelException {
        JobControl jobs = terminal.jobs();
        switch (request) {
            case ControlRequests.TIOCSCTTY -> jobs.acquire(thread, argument == 1);
            case ControlRequests.TIOCNOTTY -> {
                checkControlling(terminal, thread);
                if (thread.process().isSessionLeader()) {
                    terminal.leaderEnded(thread.process().group().session());
                }
            }
            case ControlRequests.TIOCGPGRP -> {
                checkControlling(terminal, thread);
                ProcessGroup group = jobs.foreground();
                writeInt(argument, group == null ? 0 : group.id());
            }
            case ControlRequests.TIOCSPGRP -> {
                checkControlling(terminal, thread);
                jobs.checkChange(thread);
                jobs.setForeground(thread, readInt(argument));
            }
            case ControlRequests.TIOCGSID -> {
                checkControlling(terminal, thread);
                Session session = jobs.session();
                writeInt(argument, session.id());
            }
            default -> throw KernelException.of(Errno.ENOTTY);
        }
        return 0;
    }

    private static void checkControlling(Terminal terminal, UserThread thread) throws KernelException {
        if (!terminal.jobs().isControlling(thread)) {
            throw KernelException.of(Errno.ENOTTY);
        }
    }

    private static void change(Terminal terminal, UserThread thread, long address, int length, boolean flushes)
            throws KernelException {
        byte[] given = read(address, length);
        terminal.jobs().checkChange(thread);
        if (flushes) {
            terminal.discipline().flushInput();
        }
        terminal.discipline().setSettings(terminal.discipline().settings().with(given));
    }

    private static void flow(Terminal terminal, UserThread thread, int action) throws KernelException {
        terminal.jobs().checkChange(thread);
        if (action == SUSPEND_OUTPUT || action == RESUME_OUTPUT) {
            terminal.discipline().setOutputStopped(action == SUSPEND_OUTPUT);
        }
    }

    private static void flush(Terminal terminal, UserThread thread, int queue) throws KernelException {
        terminal.jobs().checkChange(thread);
        if (queue < FLUSH_INPUT || queue > FLUSH_BOTH) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (queue == FLUSH_INPUT || queue == FLUSH_BOTH) {
            terminal.discipline().flushInput();
        }
    }

    private static void fake(Terminal terminal, UserThread thread, long address) throws KernelException {
        if (thread.credentials().effectiveUser() != 0 && !terminal.jobs().isControlling(thread)) {
            throw KernelException.of(Errno.EPERM);
        }
        terminal.receive(read(address, 1), 1);
    }

    private static int readInt(long address) throws KernelException {
        return LittleEndian.getInt(read(address, 4), 0);
    }

    private static void writeInt(long address, int value) throws KernelException {
        byte[] raw = new byte[4];
        LittleEndian.putInt(raw, 0, value);
        write(address, raw);
    }

    private static byte[] read(long address, int length) throws KernelException {
        byte[] raw = new byte[length];
        if (UserMemory.read(address, raw, 0, length) < length) {
            throw KernelException.of(Errno.EFAULT);
        }
        return raw;
    }

    private static void write(long address, byte[] raw) throws KernelException {
        if (UserMemory.write(address, raw, 0, raw.length) < raw.length) {
            throw KernelException.of(Errno.EFAULT);
        }
    }
}
