package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.SerialPort;
import org.asterism.ostd.bare.BareKernel;
import org.asterism.ostd.bare.PanicReport;
import org.asterism.ostd.failure.LastWords;
import org.asterism.ostd.unsafe.Address;

/** Last words with the registers of RV64. */
final class RiscvPanicReport extends PanicReport {
    private static final int REGISTERS = 32;
    private static final int REGISTERS_A_LINE = 4;

    RiscvPanicReport(SerialPort port, RiscvBoard board, String commandLine) {
        super(port, board, commandLine);
    }

    @Override
    protected void report(long frame, int cause) {
        long address = Address.loadLong(frame + TrapFrame.VALUE);
        LastWords out = begin(FaultText.name(cause));
        out.number(" in the kernel, cause ", cause);
        out.number(", address ", address);
        out.text(BareKernel.isStackGuard(address) ? ", the guard below a kernel stack: stack overflow" : FaultText.access(cause));
        out.number("\n  pc ", Address.loadLong(frame + TrapFrame.PC));
        out.number(" status ", Address.loadLong(frame + TrapFrame.STATUS));
        for (int register = 1; register < REGISTERS; register++) {
            out.text(register % REGISTERS_A_LINE == 1 ? "\n " : "");
            out.text(NAMES[register]);
            out.number("", Address.loadLong(frame + 8L * register));
        }
        end(Address.loadLong(frame + TrapFrame.PC), Address.loadLong(frame + TrapFrame.S0));
    }

    private static final String[] NAMES = {"", " ra ", " sp ", " gp ", " tp ", " t0 ", " t1 ", " t2 ", " s0 ", " s1 ", " a0 ", " a1 ", " a2 ", " a3 ",
        " a4 ", " a5 ", " a6 ", " a7 ", " s2 ", " s3 ", " s4 ", " s5 ", " s6 ", " s7 ", " s8 ", " s9 ", " s10 ", " s11 ", " t3 ", " t4 ", " t5 ", " t6 "};
}
