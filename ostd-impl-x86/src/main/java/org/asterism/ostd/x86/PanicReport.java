package org.asterism.ostd.x86;

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

    private final Uart8250 port;
    private final X86Board board;
    private final boolean turnsOff;
    private final CodePosition position = new CodePosition();
    private boolean reporting;

    /** Reports on a port; then turns the machine off, or halts it. */
    PanicReport(Uart8250 port, X86Board board, boolean turnsOff) {
        this.port = port;
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
        number(" ", value);
        trace(0, StackFrames.framePointer());
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
        report.begin(name(vector));
        report.number(" error ", Address.loadLong(frame + TrapFrame.ERROR));
        if (vector == Traps.PAGE_FAULT || vector == Traps.DOUBLE_FAULT) {
            report.number(" address ", fault);
            if (X86Machine.isStackGuard(fault)) {
                report.text(" (the guard below a kernel stack: stack overflow)");
            }
        }
        report.registers(frame);
        report.trace(Address.loadLong(frame + TrapFrame.RIP), Address.loadLong(frame + TrapFrame.RBP));
        report.end();
    }

    private static String name(int vector) {
        return switch (vector) {
            case 0 -> "divide error in the kernel";
            case 3 -> "breakpoint in the kernel";
            case 6 -> "invalid opcode in the kernel";
            case Traps.DOUBLE_FAULT -> "double fault in the kernel";
            case Traps.GENERAL_PROTECTION -> "general protection fault in the kernel";
            case Traps.PAGE_FAULT -> "page fault in the kernel";
            case Traps.MACHINE_CHECK -> "machine check";
            default -> "unexpected exception in the kernel";
        };
    }

    private void begin(String reason) {
        Cpu.disableInterrupts();
        Address.storeLong(ThreadArea.current() + ThreadArea.STACK_LIMIT, Long.MIN_VALUE);
        if (reporting) {
            text("\n(a second failure while reporting the first)\n");
            end();
        }
        reporting = true;
        text("\nkernel panic: ");
        text(reason);
    }

    private void end() {
        text("\n");
        if (turnsOff) {
            board.powerOff();
        }
        Cpu.halt();
    }

    private void registers(long frame) {
        number("\n  rip ", Address.loadLong(frame + TrapFrame.RIP));
        number(" rsp ", Address.loadLong(frame + TrapFrame.RSP));
        number(" rflags ", Address.loadLong(frame + TrapFrame.RFLAGS));
        number("\n  rax ", Address.loadLong(frame + TrapFrame.RAX));
        number(" rbx ", Address.loadLong(frame + TrapFrame.RBX));
        number(" rcx ", Address.loadLong(frame + TrapFrame.RCX));
        number(" rdx ", Address.loadLong(frame + TrapFrame.RDX));
        number("\n  rsi ", Address.loadLong(frame + TrapFrame.RSI));
        number(" rdi ", Address.loadLong(frame + TrapFrame.RDI));
        number(" rbp ", Address.loadLong(frame + TrapFrame.RBP));
        number(" cr3 ", Cpu.readCr3());
        number("\n  thread area ", ThreadArea.current());
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
        if (returnAddress >= Symbols.textStart() && returnAddress <= Symbols.textEnd()) {
            number("\n  at ", returnAddress);
            for (boolean found = position.find(returnAddress - 1); found; found = position.caller()) {
                text(" ");
                text(position.className());
                text(".");
                text(position.methodName());
            }
        }
    }

    private void number(String name, long value) {
        text(name);
        text("0x");
        for (int shift = 60; shift >= 0; shift -= 4) {
            port.writeByte("0123456789abcdef".charAt((int) (value >>> shift & 15)));
        }
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            port.writeByte(text.charAt(i));
        }
    }
}
