package org.asterism.ostd.x86;

import org.asterism.ostd.failure.LastWords;
import org.asterism.ostd.runtime.Abort;
import org.asterism.ostd.runtime.CodePosition;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.StackFrames;
import org.asterism.ostd.unsafe.ThreadArea;

/**
 * The last words of the kernel, on COM1: reason, registers, Java stack trace. Allocates nothing, takes no lock, and does not return.
 */
final class PanicReport extends Abort {
    private static final int MOST_FRAMES = 40;
    private static final long KERNEL_HALF = 0xffff_8000_0000_0000L;
    private static PanicReport installed;

    private final LastWords out;
    private final X86Board board;
    private final boolean turnsOff;
    private final CodePosition position = new CodePosition();
    private boolean reporting;

    /** Reports on a port; then turns the machine off, or halts it. */
    PanicReport(Uart8250 port, X86Board board, boolean turnsOff) {
        this.out = new LastWords() {
            @Override
            protected void write(int character) {
                port.writeByte(character);
            }
        };
        this.board = board;
        this.turnsOff = turnsOff;
    }

    void install() {
        installed = this;
        Abort.install(this);
    }

    @Override
    protected void stop(String reason, long value) {
        begin(reason);
        if (value != 0) {
            out.number(" ", value);
        }
        trace(0, StackFrames.framePointer());
        end();
    }

    @Override
    protected void stop(Throwable throwable) {
        begin("nothing catches ");
        out.text(throwable.getClass().getName());
        out.text(": ");
        out.text(throwable.getMessage());
        trace(0, StackFrames.framePointer());
        out.text("\n  thrown at"); // last, for this may run out of memory
        out.trace(throwable);
        end();
    }

    /** An exception in kernel mode that nothing recovers from. */
    static void trap(long frame, int vector) {
        PanicReport report = installed;
        if (report == null) {
            Cpu.halt();
            return;
        }
        long fault = Cpu.readCr2();
        long error = Address.loadLong(frame + TrapFrame.ERROR);
        report.begin(FaultText.name(vector));
        report.out.number(" in the kernel, error ", error);
        if (vector == Traps.PAGE_FAULT || vector == Traps.DOUBLE_FAULT) {
            report.out.number(", address ", fault);
            report.out.text(X86Machine.isStackGuard(fault) ? ", the guard below a kernel stack: stack overflow"
                    : vector == Traps.PAGE_FAULT ? FaultText.access(error) : "");
        }
        report.registers(frame);
        report.trace(Address.loadLong(frame + TrapFrame.RIP), Address.loadLong(frame + TrapFrame.RBP));
        report.end();
    }

    private void begin(String reason) {
        Cpu.disableInterrupts();
        Address.storeLong(ThreadArea.current() + ThreadArea.STACK_LIMIT, Long.MIN_VALUE);
        if (reporting) {
            out.text("\n(a second failure while reporting the first)");
            turnOff();
        }
        reporting = true;
        out.text("\nkernel panic: ");
        out.text(reason);
    }

    private void end() {
        out.circumstances();
        turnOff();
    }

    private void turnOff() {
        out.text("\n");
        if (turnsOff) {
            board.powerOff();
        }
        Cpu.halt();
    }

    private void registers(long frame) {
        out.number("\n  rip ", Address.loadLong(frame + TrapFrame.RIP));
        out.number(" rsp ", Address.loadLong(frame + TrapFrame.RSP));
        out.number(" rflags ", Address.loadLong(frame + TrapFrame.RFLAGS));
        out.number("\n  rax ", Address.loadLong(frame + TrapFrame.RAX));
        out.number(" rbx ", Address.loadLong(frame + TrapFrame.RBX));
        out.number(" rcx ", Address.loadLong(frame + TrapFrame.RCX));
        out.number(" rdx ", Address.loadLong(frame + TrapFrame.RDX));
        out.number("\n  rsi ", Address.loadLong(frame + TrapFrame.RSI));
        out.number(" rdi ", Address.loadLong(frame + TrapFrame.RDI));
        out.number(" rbp ", Address.loadLong(frame + TrapFrame.RBP));
        out.number(" cr3 ", Cpu.readCr3());
        out.number("\n  thread area ", ThreadArea.current());
    }

    private void trace(long instruction, long framePointer) {
        if (instruction != 0) {
            line(instruction + 1);
        }
        long frame = framePointer;
        for (int i = 0; i < MOST_FRAMES && frame < 0 && frame >= KERNEL_HALF && (frame & 7) == 0; i++) {
            line(Address.loadLong(frame + 8));
            long next = Address.loadLong(frame);
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
