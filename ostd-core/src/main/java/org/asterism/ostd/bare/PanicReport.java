package org.asterism.ostd.bare;

import org.asterism.ostd.arch.Board;
import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.failure.LastWords;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.runtime.CodePosition;
import org.asterism.ostd.runtime.StackReserve;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.StackFrames;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * The last words of the kernel, on the console: reason, registers, Java stack trace. Allocates nothing, takes no lock, and does not return.
 */
public abstract class PanicReport extends Abort {
    private static final int MOST_FRAMES = 40;
    private static final long KERNEL_HALF = 0xffff_8000_0000_0000L;

    private static PanicReport installed;

    private final LastWords out;
    private final Board board;
    private final boolean turnsOff;
    private final CodePosition position = new CodePosition();
    private boolean reporting;

    /**
     * Reports on a port; then turns the machine off, or halts it if the command line says {@code panic=halt}.
     *
     * @param port        of the console
     * @param board       to turn off
     * @param commandLine of the kernel
     */
    protected PanicReport(SerialPort port, Board board, String commandLine) {
        this.out = new LastWords() {
            @Override
            protected void write(int character) {
                port.writeByte(character);
            }
        };
        this.board = board;
        this.turnsOff = !commandLine.contains("panic=halt");
    }

    /** Makes this the report of the machine. */
    public final void install() {
        installed = this;
        Abort.install(this);
    }

    /**
     * Reports an exception in kernel mode that nothing recovers from.
     *
     * @param frame  address of the registers
     * @param number of the exception
     */
    public static void trap(long frame, int number) {
        if (installed != null) {
            StackReserve.open();
            installed.report(frame, number);
        }
        ProcessorControl.halt();
    }

    /**
     * Writes a report between {@link #begin} and {@link #end}.
     *
     * @param frame  address of the registers
     * @param number of the exception
     */
    protected abstract void report(long frame, int number);

    @Override
    protected final void stop(String reason, long value) {
        begin(reason);
        if (value != 0) {
            out.number(" ", value);
        }
        trace(0, StackFrames.framePointer());
        end();
    }

    @Override
    protected final void stop(Throwable throwable) {
        begin("nothing catches ");
        out.text(throwable.getClass().getName());
        out.text(": ");
        out.text(throwable.getMessage());
        trace(0, StackFrames.framePointer());
        out.text("\n  thrown at"); // last, for this may run out of memory
        out.trace(throwable);
        end();
    }

    /**
     * Begins a report.
     *
     * @param reason first words
     * @return what writes the rest
     */
    protected final LastWords begin(String reason) {
        ProcessorControl.disableInterrupts();
        Address.storeLong(ThreadArea.current() + ThreadArea.STACK_LIMIT, Long.MIN_VALUE);
        if (reporting) {
            out.text("\n(a second failure while reporting the first)");
            turnOff();
        }
        reporting = true;
        out.text("\nkernel panic: ");
        out.text(reason);
        return out;
    }

    /**
     * Ends the report of an exception in kernel mode.
     *
     * @param instruction  that failed
     * @param framePointer it had
     */
    protected final void end(long instruction, long framePointer) {
        out.number("\n  thread area ", ThreadArea.current());
        trace(instruction, framePointer);
        end();
    }

    private void end() {
        out.circumstances();
        turnOff();
    }

    private void turnOff() {
        out.text("\n");
        if (turnsOff) {
            board.powerOffFailed();
        }
        ProcessorControl.halt();
    }

    private void trace(long instruction, long framePointer) {
        if (instruction != 0) {
            line(instruction + 1);
        }
        long frame = framePointer;
        for (int i = 0; i < MOST_FRAMES && frame < 0 && frame >= KERNEL_HALF && (frame & 7) == 0; i++) {
            line(StackFrames.returnAddress(frame));
            long next = StackFrames.caller(frame);
            if (next <= frame) {
                break;
            }
            frame = next;
        }
    }

    private void line(long returnAddress) {
        for (boolean found = position.find(returnAddress - 1); found; found = position.caller()) {
            if (!position.is(CodePosition.HIDDEN)) {
                out.frame(position.className(), position.methodName(), position.fileName(), position.line(), position.bundle());
            }
        }
    }
}
