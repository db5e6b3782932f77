package org.asterism.service.fs.tty;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.TerminalFlags;
import org.asterism.kernel.abi.TerminalLayout;
import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.sync.WaitResult;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;

/** From bytes that arrive to bytes that are read: N_TTY. */
final class LineDiscipline {
    private static final long TENTH_NANOS = 100_000_000L;
    private static final byte STRIPPED = 0x7f;

    private final Mutex lock = new Mutex();
    private final WaitQueue changed = new WaitQueue();
    private final InputQueue ready = new InputQueue();
    private final Echo echo;
    private final LineEditor editor;
    private volatile TerminalSettings settings = TerminalSettings.initial();
    private volatile boolean outputStopped;
    private final WaitCondition outputGoesOn = () -> !outputStopped;
    private final WaitCondition hasRoom = this::mayTake;
    private volatile int hangups;

    LineDiscipline(OutputProcessor output) {
        echo = new Echo(output);
        editor = new LineEditor(ready, echo);
    }

    TerminalSettings settings() {
        return settings;
    }

    WaitQueue changed() {
        return changed;
    }

    boolean isOutputStopped() {
        return outputStopped;
    }

    /** Satisfied when output is not stopped; always the same object. */
    WaitCondition outputGoesOn() {
        return outputGoesOn;
    }

    void setOutputStopped(boolean stopped) {
        outputStopped = stopped;
        changed.wakeAll();
    }

    void hangUp() {
        hangups++;
        flushInput();
        changed.wakeAll();
    }

    int hangups() {
        return hangups;
    }

    void setSettings(TerminalSettings next) {
        try (var held = lock.lock()) {
            boolean wasCanonical = settings.local(TerminalFlags.ICANON);
            boolean isCanonical = next.local(TerminalFlags.ICANON);
            if (wasCanonical && !isCanonical) {
                editor.finish();
            } else if (isCanonical && !wasCanonical) {
                ready.closeLine();
            }
            settings = next;
        }
        changed.wakeAll();
    }

    void flushInput() {
        try (var held = lock.lock()) {
            ready.clear();
            editor.clear();
        }
        changed.wakeAll();
    }

    /** A line that is being typed goes to the queue as a whole, with its end. */
    private boolean mayTake() {
        return editor.length() + 1 < ready.room() || !isReadable(1);
    }

    /**
     * Sleeps while a byte that arrives would have to be dropped although a program could make room by reading. The driver
     * then leaves bytes in the device, whose sender waits.
     */
    void awaitRoom() {
        changed.await(hasRoom);
    }

    /** Takes a byte that arrived; returns a signal for the foreground group, 0 for none. */
    int receive(byte raw) {
        TerminalSettings now = settings;
        byte value = now.input(TerminalFlags.ISTRIP) ? (byte) (raw & STRIPPED) : raw;
        if (editor.takesLiterally()) {
            try (var held = lock.lock()) {
                editor.accept(now, value); // neither a signal, nor flow control, nor a line end
            }
            return 0;
        }
        if (now.input(TerminalFlags.IXON) && flowControl(now, value)) {
            return 0;
        }
        if (now.local(TerminalFlags.ISIG)) {
            int signal = now.is(value, TerminalLayout.VINTR) ? Signals.SIGINT
                    : now.is(value, TerminalLayout.VQUIT) ? Signals.SIGQUIT
                    : now.is(value, TerminalLayout.VSUSP) ? Signals.SIGTSTP : 0;
            if (signal != 0) {
                interrupt(now, value);
                return signal;
            }
        }
        if (value == '\r') {
            if (now.input(TerminalFlags.IGNCR)) {
                return 0;
            }
            value = now.input(TerminalFlags.ICRNL) ? (byte) '\n' : value;
        } else if (value == '\n' && now.input(TerminalFlags.INLCR)) {
            value = '\r';
        }
        try (var held = lock.lock()) {
            if (now.local(TerminalFlags.ICANON)) {
                editor.accept(now, value);
            } else if (!ready.isFull()) {
                if (now.local(TerminalFlags.ECHO)) {
                    echoRaw(now, raw, value);
                }
                ready.add(value);
            }
        }
        changed.wakeAll();
        return 0;
    }

    /** Outside canonical mode a newline is shown as such only if it was typed as a carriage return. */
    private void echoRaw(TerminalSettings now, byte typed, byte value) {
        if (value == '\n' && typed == '\r') {
            echo.newline(now);
        } else {
            echo.show(now, value);
        }
    }

    private boolean flowControl(TerminalSettings now, byte value) {
        if (now.is(value, TerminalLayout.VSTOP)) {
            setOutputStopped(true);
            return true;
        }
        if (now.is(value, TerminalLayout.VSTART) || outputStopped && now.input(TerminalFlags.IXANY)) {
            setOutputStopped(false);
            return now.is(value, TerminalLayout.VSTART);
        }
        return false;
    }

    private void interrupt(TerminalSettings now, byte value) {
        if (!now.local(TerminalFlags.NOFLSH)) {
            flushInput();
        }
        if (outputStopped) {
            setOutputStopped(false);
        }
        if (now.local(TerminalFlags.ECHO)) {
            echo.show(now, value);
        }
    }

    /** Bytes that a read would give now. */
    int available() {
        return isReadable(1) ? ready.count() : 0;
    }

    /** Bytes that wait to be read, a begun line included. */
    int buffered() {
        return ready.count();
    }

    /** Tells whether poll(2) reports the terminal readable. */
    boolean isReadable() {
        TerminalSettings now = settings;
        int least = now.character(TerminalLayout.VMIN);
        return isReadable(now.character(TerminalLayout.VTIME) == 0 && least > 0 ? least : 1);
    }

    /** Whether there is a line, or outside canonical mode so many bytes. */
    boolean isReadable(int least) {
        return settings.local(TerminalFlags.ICANON) ? ready.lines() > 0 : ready.count() >= least;
    }

    /** Reads as settings say; 0 at the end of file. */
    long read(UserThread thread, MemoryWriter into, boolean mayWait, int hangupsSeen) throws KernelException {
        int wanted = (int) Math.min(into.remaining(), TransferBuffer.BYTES);
        if (wanted == 0) {
            return 0;
        }
        byte[] taken = TransferBuffer.own();
        int count = 0;
        while (hangups == hangupsSeen) {
            TerminalSettings now = settings;
            boolean canonical = now.local(TerminalFlags.ICANON);
            int least = canonical ? 1 : Math.min(wanted, now.character(TerminalLayout.VMIN));
            int tenths = canonical ? 0 : now.character(TerminalLayout.VTIME);
            if (isReadable(Math.max(1, least))) {
                count = take(taken, wanted, canonical);
                break;
            }
            if (!mayWait) {
                count = take(taken, wanted, canonical);
                if (count == 0) {
                    throw KernelException.of(Errno.EAGAIN);
                }
                break;
            }
            if (!canonical && least == 0 && tenths == 0) {
                break;
            }
            if (!waitForInput(thread, now, least, tenths)) {
                count = take(taken, wanted, canonical);
                break;
            }
        }
        if (count > 0 && into.write(taken, 0, count) < count) {
            throw KernelException.of(Errno.EFAULT);
        }
        return count;
    }

    private int take(byte[] into, int wanted, boolean canonical) {
        int count;
        try (var held = lock.lock()) {
            if (canonical && ready.lines() == 0) {
                return 0;
            }
            count = ready.take(into, wanted, canonical);
        }
        changed.wakeAll();
        return count;
    }

    /** Sleeps until there is more, or settings change; false if the time is up. */
    private boolean waitForInput(UserThread thread, TerminalSettings at, int least, int tenths) throws KernelException {
        int count = ready.count();
        boolean timed = tenths > 0 && (least == 0 || count > 0);
        long deadline = timed ? Clock.monotonicNanos() + tenths * TENTH_NANOS : Task.NO_DEADLINE;
        InputWait condition = InputWait.begin(this, at, least, tenths > 0);
        WaitResult result = changed.await(condition, thread == null ? null : thread.interruption(), deadline);
        if (result == WaitResult.INTERRUPTED) {
            throw KernelException.of(Errno.ERESTARTSYS);
        }
        return result == WaitResult.SATISFIED;
    }
}
