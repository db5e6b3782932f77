package org.asterism.service.fs.tty;

import java.util.Arrays;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.TerminalFlags;
import org.asterism.kernel.abi.TerminalLayout;
import org.asterism.kernel.process.ControllingTerminal;
import org.asterism.kernel.process.ProcessGroup;
import org.asterism.kernel.process.Session;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;

/** A terminal. */
final class Terminal implements ControllingTerminal {

    private final int deviceNumber;
    private final OutputProcessor output;
    private final LineDiscipline discipline;
    private final JobControl jobs = new JobControl(this);
    private volatile byte[] windowSize = new byte[TerminalLayout.WINSIZE_BYTES];

    Terminal(int deviceNumber, TerminalSink sink) {
        this.deviceNumber = deviceNumber;
        output = new OutputProcessor(sink);
        discipline = new LineDiscipline(output);
    }

    LineDiscipline discipline() {
        return discipline;
    }

    JobControl jobs() {
        return jobs;
    }

    /** Takes bytes that arrived from the outside. */
    void receive(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            discipline.awaitRoom();
            int signal = discipline.receive(bytes[i]);
            ProcessGroup group = jobs.foreground();
            if (signal != 0 && group != null) {
                group.signal(signal);
            }
        }
    }

    long read(UserThread thread, MemoryWriter into, boolean mayWait, int hangupsSeen) throws KernelException {
        jobs.checkRead(thread);
        return discipline.read(thread, into, mayWait, hangupsSeen);
    }

    long write(UserThread thread, MemoryReader from, boolean mayWait) throws KernelException {
        if (discipline.settings().local(TerminalFlags.TOSTOP)) {
            jobs.checkChange(thread);
        }
        byte[] chunk = TransferBuffer.own();
        long done = 0;
        while (from.remaining() > 0) {
            if (discipline.isOutputStopped()) {
                waitForOutput(thread, mayWait, done);
            }
            int count = from.read(chunk, 0, chunk.length);
            if (count == 0) {
                break;
            }
            try (var held = output.lock().lock()) {
                output.write(discipline.settings(), chunk, count);
            }
            done += count;
        }
        if (done == 0 && from.remaining() > 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return done;
    }

    private void waitForOutput(UserThread thread, boolean mayWait, long done) throws KernelException {
        if (!mayWait) {
            throw KernelException.of(Errno.EAGAIN);
        }
        if (thread == null) {
            discipline.changed().await(discipline.outputGoesOn());
        } else {
            thread.await(discipline.changed(), discipline.outputGoesOn());
        }
    }

    int poll(Poller poller, int hangupsSeen) {
        if (poller != null) {
            poller.register(discipline.changed());
        }
        if (discipline.hangups() != hangupsSeen) {
            return PollEvents.READABLE | PollEvents.WRITABLE | PollEvents.POLLHUP | PollEvents.POLLERR;
        }
        int events = discipline.isReadable() ? PollEvents.READABLE : 0;
        return discipline.isOutputStopped() ? events : events | PollEvents.WRITABLE;
    }

    byte[] windowSize() {
        return windowSize;
    }

    /** Changes the window's size and tells the foreground group. */
    void setWindowSize(byte[] size) {
        if (Arrays.equals(size, windowSize)) {
            return;
        }
        windowSize = size;
        ProcessGroup group = jobs.foreground();
        if (group != null) {
            group.signal(Signals.SIGWINCH);
        }
    }

    @Override
    public int deviceNumber() {
        return deviceNumber;
    }

    @Override
    public int foregroundGroupId() {
        ProcessGroup group = jobs.foreground();
        return group == null ? -1 : group.id();
    }

    @Override
    public void leaderEnded(Session session) {
        ProcessGroup group = jobs.leave(session);
        discipline.hangUp();
        if (group != null) {
            group.signal(Signals.SIGHUP);
            group.signal(Signals.SIGCONT);
        }
    }
}
