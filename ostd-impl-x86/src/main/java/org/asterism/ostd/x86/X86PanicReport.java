package org.asterism.ostd.x86;

import org.asterism.ostd.bare.BareKernel;
import org.asterism.ostd.bare.PanicReport;
import org.asterism.ostd.failure.LastWords;
import org.asterism.ostd.unsafe.Address;

/** Last words with the registers of x86-64. */
final class X86PanicReport extends PanicReport {

    X86PanicReport(PortUart port, X86Board board, String commandLine) {
        super(port, board, commandLine);
    }

    @Override
    protected void report(long frame, int vector) {
        long fault = Cpu.readCr2();
        long error = Address.loadLong(frame + TrapFrame.ERROR);
        LastWords out = begin(FaultText.name(vector));
        out.number(" in the kernel, error ", error);
        if (vector == Traps.PAGE_FAULT || vector == Traps.DOUBLE_FAULT) {
            out.number(", address ", fault);
            out.text(BareKernel.isStackGuard(fault) ? ", the guard below a kernel stack: stack overflow"
                    : vector == Traps.PAGE_FAULT ? FaultText.access(error) : "");
        }
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
        end(Address.loadLong(frame + TrapFrame.RIP), Address.loadLong(frame + TrapFrame.RBP));
    }
}
