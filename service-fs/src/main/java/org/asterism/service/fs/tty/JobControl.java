package org.asterism.service.fs.tty;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.process.ControllingTerminal;
import org.asterism.kernel.process.ProcessGroup;
import org.asterism.kernel.process.Session;
import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.sync.Mutex;

/** Whose terminal it is: a session, and its group in the foreground. Source: credentials(7), POSIX §11.1. */
final class JobControl {
    private final ControllingTerminal terminal;
    private final Mutex lock = new Mutex();
    private volatile Session session;
    private volatile ProcessGroup foreground;

    JobControl(ControllingTerminal terminal) {
        this.terminal = terminal;
    }

    Session session() {
        return session;
    }

    ProcessGroup foreground() {
        return foreground;
    }

    /** Tells whether this is the caller's controlling terminal. */
    boolean isControlling(UserThread thread) {
        Session of = thread.process().group().session();
        return of == session && of.controllingTerminal() == terminal;
    }

    /** Opening by a session leader without a terminal makes it the controlling one. */
    void adoptAtOpen(UserThread thread) {
        try (var held = lock.lock()) {
            Session of = thread.process().group().session();
            if (thread.process().isSessionLeader() && of.controllingTerminal() == null && session == null) {
                adopt(thread, of);
            }
        }
    }

    /** TIOCSCTTY: {@code EPERM} unless the caller leads a session without a terminal and nobody else has this one. */
    void acquire(UserThread thread, boolean steals) throws KernelException {
        try (var held = lock.lock()) {
            Session of = thread.process().group().session();
            if (of == session && thread.process().isSessionLeader()) {
                return;
            }
            boolean mayTake = session == null || steals && thread.credentials().effectiveUser() == 0;
            if (!thread.process().isSessionLeader() || of.controllingTerminal() != null || !mayTake) {
                throw KernelException.of(Errno.EPERM);
            }
            if (session != null) {
                session.setControllingTerminal(null);
            }
            adopt(thread, of);
        }
    }

    private void adopt(UserThread thread, Session of) {
        session = of;
        foreground = thread.process().group();
        of.setControllingTerminal(terminal);
    }

    /** The session gives the terminal up; returns the group that was in the foreground, null if it was another session's. */
    ProcessGroup leave(Session of) {
        try (var held = lock.lock()) {
            if (session != of) {
                return null;
            }
            ProcessGroup last = foreground;
            session = null;
            foreground = null;
            of.setControllingTerminal(null);
            return last;
        }
    }

    void setForeground(UserThread thread, int id) throws KernelException {
        if (id < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProcessGroup group = session.group(id);
        if (group == null) {
            throw KernelException.of(Errno.EPERM);
        }
        foreground = group;
    }

    /** A background process that reads gets SIGTTIN, or {@code EIO} where that is of no use. */
    void checkRead(UserThread thread) throws KernelException {
        if (isBackground(thread)) {
            if (thread.isSignalBlockedOrIgnored(Signals.SIGTTIN) || thread.process().group().isOrphaned()) {
                throw KernelException.of(Errno.EIO);
            }
            thread.process().group().signal(Signals.SIGTTIN);
            throw KernelException.of(Errno.ERESTARTSYS);
        }
    }

    /** A background process that writes or changes settings gets SIGTTOU, unless it blocks or ignores it. */
    void checkChange(UserThread thread) throws KernelException {
        if (isBackground(thread) && !thread.isSignalBlockedOrIgnored(Signals.SIGTTOU)) {
            if (thread.process().group().isOrphaned()) {
                throw KernelException.of(Errno.EIO);
            }
            thread.process().group().signal(Signals.SIGTTOU);
            throw KernelException.of(Errno.ERESTARTSYS);
        }
    }

    private boolean isBackground(UserThread thread) {
        return thread != null && foreground != null && isControlling(thread) && thread.process().group() != foreground;
    }
}
