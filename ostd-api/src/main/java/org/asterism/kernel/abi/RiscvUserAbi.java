package org.asterism.kernel.abi;

import static org.asterism.kernel.abi.LittleEndian.getLong;
import static org.asterism.kernel.abi.LittleEndian.putLong;

import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.user.UserContext;

/** RISC-V with 64 bits. Sources: RISC-V psABI, arch/riscv/kernel/signal.c for the layout of frames, traps.c for the codes of signals. */
final class RiscvUserAbi implements UserAbi {
    private static final int RA = UserContext.GENERAL + 1;
    private static final int A0 = UserContext.GENERAL + 10;
    private static final int A1 = UserContext.GENERAL + 11;
    private static final int A2 = UserContext.GENERAL + 12;
    private static final int A7 = UserContext.GENERAL + 17;
    private static final int REGISTERS = 32;
    private static final long END_OF_SV39 = 1L << 38;
    private static final int SYSCALL_INSTRUCTION_BYTES = 4;
    private static final int STACK_ALIGNMENT = 16;
    /** IMAFDC, a bit for each letter: COMPAT_HWCAP_ISA_* of hwcap.h. */
    private static final long CAPABILITIES = 0x112d;
    /** {@code li a7, 139 (rt_sigreturn); ecall}: Linux has it in its vDSO. */
    private static final byte[] RETURN_CODE = {(byte) 0x93, 0x08, (byte) 0xb0, 0x08, 0x73, 0, 0, 0};

    @Override
    public int elfMachine() {
        return Elf.EM_RISCV;
    }

    @Override
    public String platform() {
        return "";
    }

    @Override
    public long hardwareCapabilities() {
        return CAPABILITIES;
    }

    @Override
    public String processorDescription() {
        return "isa\t\t: rv64imafdc\nmmu\t\t: " + (VmSpace.maximumAddress() == END_OF_SV39 ? "sv39\n" : "sv48\n");
    }

    @Override
    public int illegalInstructionCode() {
        return SignalCodes.ILL_ILLOPC;
    }

    @Override
    public int breakpointCode() {
        return SignalCodes.TRAP_BRKPT;
    }

    @Override
    public boolean tellsInstruction() {
        return true;
    }

    @Override
    public byte[] signalReturnCode() {
        return RETURN_CODE;
    }

    @Override
    public boolean clonesThreadPointerFirst() {
        return true;
    }

    @Override
    public int syscallNumber(String name) {
        return GenericSyscallNumbers.number(name);
    }

    @Override
    public int signalActionBytes() {
        return 24;
    }

    @Override
    public int signalActionRestorerOffset() {
        return -1;
    }

    @Override
    public int signalActionMaskOffset() {
        return 16;
    }

    @Override
    public int minimumSignalStack() {
        return 2048;
    }

    @Override
    public void repeatCall(UserContext context, long number, long firstArgument) {
        context.setRegister(A7, number);
        context.setRegister(A0, firstArgument);
        context.setRegister(UserContext.INSTRUCTION_POINTER,
                context.register(UserContext.INSTRUCTION_POINTER) - SYSCALL_INSTRUCTION_BYTES);
    }

    @Override
    public boolean enterHandler(UserContext context, HandlerCall call) {
        byte[] frame = new byte[RiscvSignalFrame.BYTES];
        System.arraycopy(call.info(), 0, frame, RiscvSignalFrame.INFO, SiginfoLayout.BYTES);
        call.alternate().encode(frame, RiscvSignalFrame.UC_STACK);
        putLong(frame, RiscvSignalFrame.UC_SIGMASK, call.savedMask());
        putLong(frame, RiscvSignalFrame.REGISTERS, context.register(UserContext.INSTRUCTION_POINTER));
        for (int i = 1; i < REGISTERS; i++) {
            putLong(frame, RiscvSignalFrame.REGISTERS + 8 * i, context.register(UserContext.GENERAL + i));
        }
        byte[] image = new byte[UserContext.floatingPointBytes()];
        context.saveFloatingPoint(image);
        System.arraycopy(image, 0, frame, RiscvSignalFrame.FLOATING, image.length);
        long address = call.stackTop() - frame.length & -STACK_ALIGNMENT;
        if (!SignalStack.store(address, frame)) {
            return false;
        }
        context.setRegister(RA, UserAbi.signalReturnAddress());
        context.setRegister(A0, call.signal());
        context.setRegister(A1, address + RiscvSignalFrame.INFO);
        context.setRegister(A2, address + RiscvSignalFrame.UCONTEXT);
        context.setRegister(UserContext.INSTRUCTION_POINTER, call.handler());
        context.setRegister(UserContext.STACK_POINTER, address);
        return true;
    }

    @Override
    public SavedSignalState leaveHandler(UserContext context) {
        byte[] frame = new byte[RiscvSignalFrame.BYTES];
        if (UserMemory.read(context.register(UserContext.STACK_POINTER), frame, 0, frame.length) < frame.length) {
            return null;
        }
        byte[] image = new byte[UserContext.floatingPointBytes()];
        System.arraycopy(frame, RiscvSignalFrame.FLOATING, image, 0, image.length);
        context.restoreFloatingPoint(image);
        context.setRegister(UserContext.INSTRUCTION_POINTER, getLong(frame, RiscvSignalFrame.REGISTERS));
        for (int i = 1; i < REGISTERS; i++) {
            context.setRegister(UserContext.GENERAL + i, getLong(frame, RiscvSignalFrame.REGISTERS + 8 * i));
        }
        return new SavedSignalState(getLong(frame, RiscvSignalFrame.UC_SIGMASK),
                AlternateStack.decode(frame, RiscvSignalFrame.UC_STACK));
    }
}
