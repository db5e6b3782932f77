package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.ImageSymbols;
import org.asterism.ostd.bare.KernelFaults;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;

/** Turns a fault of the kernel into the call of a function on top of the code that failed, where {@link KernelFaults} allows it. */
final class KernelFaultDiversion {
    private static final long INTERRUPTS_WERE_ON = 1 << 5;

    private KernelFaultDiversion() {}

    /** Has trap entry return to {@link #abandon} in place of the code that failed; returns false if the machine must stop. */
    static boolean divert(long frame, int cause) {
        long address = Address.loadLong(frame + TrapFrame.VALUE);
        boolean interruptsOn = (Address.loadLong(frame + TrapFrame.STATUS) & INTERRUPTS_WERE_ON) != 0;
        if (cause == Traps.BREAKPOINT || !KernelFaults.begin(interruptsOn, cause == Traps.ILLEGAL_INSTRUCTION ? 0 : address)) {
            return false;
        }
        // SAFETY: 1. the code that failed does not go on, so that its registers are free, and so is the stack below its stack pointer;
        // 2. s0 stays, and leads from abandon's frame on to those of the code that failed; 3. the return address is nobody's.
        Address.storeLong(frame + TrapFrame.A0, Address.loadLong(frame + TrapFrame.PC));
        Address.storeLong(frame + TrapFrame.A1, Address.loadLong(frame + TrapFrame.S0));
        Address.storeLong(frame + TrapFrame.A2, cause);
        Address.storeLong(frame + TrapFrame.A3, address);
        Address.storeLong(frame + TrapFrame.RA, 0);
        Address.storeLong(frame + TrapFrame.SP, Address.loadLong(frame + TrapFrame.SP) & -16);
        Address.storeLong(frame + TrapFrame.PC, ImageSymbols.kernelFault());
        return true;
    }

    @Exported("ostd_kernel_fault")
    static void abandon(long instruction, long framePointer, long cause, long address) {
        KernelFaults.abandon(FaultText.name((int) cause) + " in the kernel, address 0x" + Long.toHexString(address) + FaultText.access((int) cause),
                instruction, framePointer);
    }
}
