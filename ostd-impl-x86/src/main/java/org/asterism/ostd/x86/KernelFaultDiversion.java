package org.asterism.ostd.x86;

import org.asterism.ostd.bare.ImageSymbols;
import org.asterism.ostd.bare.KernelFaults;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.Exported;

/** Turns a fault of the kernel into the call of a function on top of the code that failed, where {@link KernelFaults} allows it. */
final class KernelFaultDiversion {
    private static final long INTERRUPTS_ON = 1 << 9;

    private KernelFaultDiversion() {}

    /** Has trap entry return to {@link #abandon} in place of the code that failed; returns false if the machine must stop. */
    static boolean divert(long frame, int vector) {
        boolean known = vector == Traps.DIVIDE_ERROR || vector == Traps.INVALID_OPCODE || vector == Traps.GENERAL_PROTECTION || vector == Traps.PAGE_FAULT;
        long address = vector == Traps.PAGE_FAULT ? Cpu.readCr2() : 0;
        if (!known || !KernelFaults.begin((Address.loadLong(frame + TrapFrame.RFLAGS) & INTERRUPTS_ON) != 0, address)) {
            return false;
        }
        // SAFETY: 1. the code that failed does not go on, so that its registers are free, and so is the stack below its stack pointer;
        // 2. rbp stays, and leads from abandon's frame on to those of the code that failed; 3. the return address is nobody's.
        long stackPointer = (Address.loadLong(frame + TrapFrame.RSP) & -16) - 8;
        Address.storeLong(stackPointer, 0);
        Address.storeLong(frame + TrapFrame.RDI, Address.loadLong(frame + TrapFrame.RIP));
        Address.storeLong(frame + TrapFrame.RSI, Address.loadLong(frame + TrapFrame.RBP));
        Address.storeLong(frame + TrapFrame.RDX, vector);
        Address.storeLong(frame + TrapFrame.RCX, Address.loadLong(frame + TrapFrame.ERROR));
        Address.storeLong(frame + TrapFrame.R8, address);
        Address.storeLong(frame + TrapFrame.RSP, stackPointer);
        Address.storeLong(frame + TrapFrame.RIP, ImageSymbols.kernelFault());
        return true;
    }

    @Exported("ostd_kernel_fault")
    static void abandon(long instruction, long framePointer, long vector, long error, long address) {
        KernelFaults.abandon(FaultText.name((int) vector) + " in the kernel, error 0x" + Long.toHexString(error)
                + (vector == Traps.PAGE_FAULT ? ", address 0x" + Long.toHexString(address) + FaultText.access(error) : ""), instruction, framePointer);
    }
}
