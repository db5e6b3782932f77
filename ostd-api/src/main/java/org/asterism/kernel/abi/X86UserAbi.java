package org.asterism.kernel.abi;

import static org.asterism.kernel.abi.LittleEndian.getLong;
import static org.asterism.kernel.abi.LittleEndian.putLong;

import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.user.UserContext;

/** x86-64. Sources: System V psABI for AMD64, arch/x86/kernel/signal.c for the layout of frames. */
final class X86UserAbi implements UserAbi {
    private static final int RAX = UserContext.GENERAL;
    private static final int RCX = UserContext.GENERAL + 1;
    private static final int RDX = UserContext.GENERAL + 2;
    private static final int RBX = UserContext.GENERAL + 3;
    private static final int RBP = UserContext.GENERAL + 5;
    private static final int RSI = UserContext.GENERAL + 6;
    private static final int RDI = UserContext.GENERAL + 7;
    private static final int R8 = UserContext.GENERAL + 8;
    private static final int SYSCALL_INSTRUCTION_BYTES = 2;
    private static final long DIRECTION_FLAG = 0x400;
    private static final long TRAP_FLAG = 0x100;
    private static final long RESUME_FLAG = 0x1_0000;
    private static final int STACK_ALIGNMENT = 16;
    private static final byte[] NO_CODE = {};

    @Override
    public int elfMachine() {
        return Elf.EM_X86_64;
    }

    @Override
    public String platform() {
        return "x86_64";
    }

    @Override
    public long hardwareCapabilities() {
        return 0;
    }

    @Override
    public String processorDescription() {
        return "model name\t: x86_64\n";
    }

    @Override
    public int illegalInstructionCode() {
        return SignalCodes.ILL_ILLOPN;
    }

    @Override
    public int breakpointCode() {
        return SignalCodes.SI_KERNEL;
    }

    @Override
    public boolean tellsInstruction() {
        return false;
    }

    @Override
    public byte[] signalReturnCode() {
        return NO_CODE;
    }

    @Override
    public boolean clonesThreadPointerFirst() {
        return false;
    }

    @Override
    public int syscallNumber(String name) {
        return X86SyscallNumbers.number(name);
    }

    @Override
    public int signalActionBytes() {
        return 32;
    }

    @Override
    public int signalActionRestorerOffset() {
        return 16;
    }

    @Override
    public int signalActionMaskOffset() {
        return 24;
    }

    @Override
    public int minimumSignalStack() {
        return 2048;
    }

    @Override
    public void repeatCall(UserContext context, long number, long firstArgument) {
        context.setRegister(RAX, number);
        context.setRegister(UserContext.INSTRUCTION_POINTER,
                context.register(UserContext.INSTRUCTION_POINTER) - SYSCALL_INSTRUCTION_BYTES);
    }

    @Override
    public boolean enterHandler(UserContext context, HandlerCall call) {
        if ((call.flags() & SignalActionFlags.SA_RESTORER) == 0) {
            return false;
        }
        long below = call.switched() ? call.stackTop() : call.stackTop() - X86SignalFrame.RED_ZONE;
        byte[] image = new byte[UserContext.floatingPointBytes()];
        context.saveFloatingPoint(image);
        long imageAddress = below - image.length & -X86SignalFrame.IMAGE_ALIGNMENT;
        // as after a call: the stack is aligned but for the return address
        long frameAddress = (imageAddress - X86SignalFrame.BYTES & -STACK_ALIGNMENT) - 8;
        byte[] frame = frame(context, call, imageAddress);
        if (!SignalStack.store(imageAddress, image) || !SignalStack.store(frameAddress, frame)) {
            return false;
        }
        context.setRegister(RDI, call.signal());
        context.setRegister(RSI, frameAddress + X86SignalFrame.INFO);
        context.setRegister(RDX, frameAddress + X86SignalFrame.UC_FLAGS);
        context.setRegister(RAX, 0);
        context.setRegister(UserContext.INSTRUCTION_POINTER, call.handler());
        context.setRegister(UserContext.STACK_POINTER, frameAddress);
        context.setRegister(UserContext.FLAGS,
                context.register(UserContext.FLAGS) & ~(DIRECTION_FLAG | TRAP_FLAG | RESUME_FLAG));
        return true;
    }

    private static byte[] frame(UserContext context, HandlerCall call, long imageAddress) {
        byte[] frame = new byte[X86SignalFrame.BYTES];
        putLong(frame, X86SignalFrame.RETURN_ADDRESS, call.restorer());
        putLong(frame, X86SignalFrame.UC_FLAGS,
                X86SignalFrame.UC_SIGCONTEXT_SS | X86SignalFrame.UC_STRICT_RESTORE_SS);
        call.alternate().encode(frame, X86SignalFrame.UC_STACK);
        for (int i = 0; i < 8; i++) {
            putLong(frame, X86SignalFrame.R8 + 8 * i, context.register(R8 + i));
        }
        putLong(frame, X86SignalFrame.DI, context.register(RDI));
        putLong(frame, X86SignalFrame.SI, context.register(RSI));
        putLong(frame, X86SignalFrame.BP, context.register(RBP));
        putLong(frame, X86SignalFrame.BX, context.register(RBX));
        putLong(frame, X86SignalFrame.DX, context.register(RDX));
        putLong(frame, X86SignalFrame.AX, context.register(RAX));
        putLong(frame, X86SignalFrame.CX, context.register(RCX));
        putLong(frame, X86SignalFrame.SP, context.register(UserContext.STACK_POINTER));
        putLong(frame, X86SignalFrame.IP, context.register(UserContext.INSTRUCTION_POINTER));
        putLong(frame, X86SignalFrame.FLAGS, context.register(UserContext.FLAGS));
        LittleEndian.putShort(frame, X86SignalFrame.SEGMENTS, X86SignalFrame.USER_CS);
        LittleEndian.putShort(frame, X86SignalFrame.SEGMENTS + 6, X86SignalFrame.USER_SS);
        putLong(frame, X86SignalFrame.ERR, context.errorCode());
        putLong(frame, X86SignalFrame.TRAPNO, context.trapNumber());
        putLong(frame, X86SignalFrame.OLDMASK, call.savedMask());
        putLong(frame, X86SignalFrame.CR2, context.faultAddress());
        putLong(frame, X86SignalFrame.FPSTATE, imageAddress);
        putLong(frame, X86SignalFrame.UC_SIGMASK, call.savedMask());
        System.arraycopy(call.info(), 0, frame, X86SignalFrame.INFO, SiginfoLayout.BYTES);
        return frame;
    }

    @Override
    public SavedSignalState leaveHandler(UserContext context) {
        // the handler's return took the return address off the stack
        long frameAddress = context.register(UserContext.STACK_POINTER) - 8;
        byte[] frame = new byte[X86SignalFrame.BYTES];
        if (UserMemory.read(frameAddress, frame, 0, frame.length) < frame.length) {
            return null;
        }
        long imageAddress = getLong(frame, X86SignalFrame.FPSTATE);
        if (imageAddress != 0) {
            byte[] image = new byte[UserContext.floatingPointBytes()];
            if (UserMemory.read(imageAddress, image, 0, image.length) < image.length) {
                return null;
            }
            context.restoreFloatingPoint(image);
        }
        for (int i = 0; i < 8; i++) {
            context.setRegister(R8 + i, getLong(frame, X86SignalFrame.R8 + 8 * i));
        }
        context.setRegister(RDI, getLong(frame, X86SignalFrame.DI));
        context.setRegister(RSI, getLong(frame, X86SignalFrame.SI));
        context.setRegister(RBP, getLong(frame, X86SignalFrame.BP));
        context.setRegister(RBX, getLong(frame, X86SignalFrame.BX));
        context.setRegister(RDX, getLong(frame, X86SignalFrame.DX));
        context.setRegister(RAX, getLong(frame, X86SignalFrame.AX));
        context.setRegister(RCX, getLong(frame, X86SignalFrame.CX));
        context.setRegister(UserContext.STACK_POINTER, getLong(frame, X86SignalFrame.SP));
        context.setRegister(UserContext.INSTRUCTION_POINTER, getLong(frame, X86SignalFrame.IP));
        context.setRegister(UserContext.FLAGS, getLong(frame, X86SignalFrame.FLAGS));
        return new SavedSignalState(getLong(frame, X86SignalFrame.UC_SIGMASK),
                AlternateStack.decode(frame, X86SignalFrame.UC_STACK));
    }
}
