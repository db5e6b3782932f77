package org.asterism.ostd.x86;

import org.asterism.ostd.arch.UserEntry;
import org.asterism.ostd.bare.MachineWords;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserException;

/** User mode of x86-64: ring 3, entered by sysret or iretq. CR4.OSXSAVE is off, so user programs have SSE and no AVX. */
final class X86UserEntry extends UserEntry {
    private static final int GENERAL_COUNT = 16;
    private static final int STACK_POINTER_NUMBER = 4;
    private static final long USER_DATA = 0x2b;
    private static final long USER_CODE = 0x33;
    /** End of the canonical lower half. */
    private static final long CANONICAL_END = 1L << 47;
    /** CF PF AF ZF SF TF DF OF RF AC ID. */
    private static final long USER_FLAGS = 0x250dd5;
    /** Interrupts on, and the bit that is always set. */
    private static final long FIXED_FLAGS = 0x202;
    private static final int FXSAVE_CONTROL = 0;
    private static final int FXSAVE_MXCSR = 24;
    private static final int FXSAVE_MXCSR_MASK = 28;
    private static final int DEFAULT_CONTROL = 0x37f;
    private static final int DEFAULT_MXCSR = 0x1f80;
    private static final int DEFAULT_MXCSR_MASK = 0xffbf;
    private static final int ERROR_WRITE = 1 << 1;
    private static final int ERROR_FETCH = 1 << 4;

    private final Traps traps;
    private final int mxcsrMask;

    X86UserEntry(Traps traps) {
        this.traps = traps;
        UserImage probe = new UserImage();
        Cpu.saveFloatingPoint(probe.address());
        int mask = Address.loadInt(probe.address() + FXSAVE_MXCSR_MASK);
        mxcsrMask = mask == 0 ? DEFAULT_MXCSR_MASK : mask;
    }

    @Override
    public Object create() {
        UserImage image = new UserImage();
        image.setFrame(TrapFrame.CS, USER_CODE);
        image.setFrame(TrapFrame.SS, USER_DATA);
        image.setFrame(TrapFrame.RFLAGS, FIXED_FLAGS);
        Address.storeShort(image.address() + FXSAVE_CONTROL, (short) DEFAULT_CONTROL);
        Address.storeInt(image.address() + FXSAVE_MXCSR, DEFAULT_MXCSR);
        return image;
    }

    @Override
    public Object copy(Object image) {
        UserImage copy = new UserImage();
        copy.copyFrom((UserImage) image);
        return copy;
    }

    @Override
    public void load(Object image) {
        UserImage loaded = (UserImage) image;
        // SAFETY: bases are canonical and MXCSR has no reserved bits, by setRegister and writeFloatingPoint.
        Cpu.loadUserSegments(loaded.get(UserImage.FS_BASE), loaded.get(UserImage.GS_BASE));
        Cpu.restoreFloatingPoint(loaded.address());
    }

    @Override
    public void store(Object image) {
        Cpu.saveFloatingPoint(((UserImage) image).address());
    }

    @Override
    public boolean isKernelComputing() {
        return Address.loadInt(ThreadArea.current() + MachineWords.FLOATING) != 0;
    }

    @Override
    public int enter(Object image) {
        UserImage user = (UserImage) image;
        if (Long.compareUnsigned(user.frame(TrapFrame.RIP), CANONICAL_END) >= 0) {
            user.setFrame(TrapFrame.VECTOR, Traps.GENERAL_PROTECTION);
            user.setFrame(TrapFrame.ERROR, 0);
            user.set(UserImage.FAULT_ADDRESS, 0);
            return EXCEPTION;
        }
        // SAFETY: 1. selectors and flags of the frame are user ones: setRegister masks them and trap entry stores what user mode had;
        // 2. the instruction pointer is canonical; 3. the image is alive through the local variable, and does not move.
        Cpu.enterUser(user.address() + UserImage.FRAME_END);
        int vector = (int) user.frame(TrapFrame.VECTOR);
        if (vector == TrapFrame.VECTOR_SYSCALL) {
            user.set(UserImage.SYSCALL_NUMBER, user.frame(TrapFrame.RAX));
            return SYSCALL;
        }
        if (vector >= Traps.FIRST_INTERRUPT) {
            traps.interrupt(vector);
            return INTERRUPT;
        }
        user.set(UserImage.FAULT_ADDRESS, vector == Traps.PAGE_FAULT ? Cpu.readCr2() : 0);
        return EXCEPTION;
    }

    @Override
    public long register(Object image, int register) {
        UserImage user = (UserImage) image;
        return switch (register) {
            case UserContext.THREAD_POINTER -> user.get(UserImage.FS_BASE);
            case UserContext.GS_BASE -> user.get(UserImage.GS_BASE);
            case UserContext.SYSCALL_NUMBER -> user.get(UserImage.SYSCALL_NUMBER);
            default -> user.frame(frameOffset(register));
        };
    }

    @Override
    public void setRegister(Object image, int register, long value) {
        UserImage user = (UserImage) image;
        switch (register) {
            case UserContext.THREAD_POINTER -> user.set(UserImage.FS_BASE, value & CANONICAL_END - 1);
            case UserContext.GS_BASE -> user.set(UserImage.GS_BASE, value & CANONICAL_END - 1);
            case UserContext.SYSCALL_NUMBER -> user.set(UserImage.SYSCALL_NUMBER, value);
            case UserContext.FLAGS -> user.setFrame(TrapFrame.RFLAGS, value & USER_FLAGS | FIXED_FLAGS);
            default -> user.setFrame(frameOffset(register), value);
        }
    }

    private static int frameOffset(int register) {
        return switch (register) {
            case 0, UserContext.SYSCALL_RESULT -> TrapFrame.RAX;
            case 1 -> TrapFrame.RCX;
            case 2, UserContext.SYSCALL_ARGUMENT + 2 -> TrapFrame.RDX;
            case 3 -> TrapFrame.RBX;
            case STACK_POINTER_NUMBER, UserContext.STACK_POINTER -> TrapFrame.RSP;
            case 5 -> TrapFrame.RBP;
            case 6, UserContext.SYSCALL_ARGUMENT + 1 -> TrapFrame.RSI;
            case 7, UserContext.SYSCALL_ARGUMENT -> TrapFrame.RDI;
            case 8, UserContext.SYSCALL_ARGUMENT + 4 -> TrapFrame.R8;
            case 9, UserContext.SYSCALL_ARGUMENT + 5 -> TrapFrame.R9;
            case 10, UserContext.SYSCALL_ARGUMENT + 3 -> TrapFrame.R10;
            case 11 -> TrapFrame.R11;
            case 12 -> TrapFrame.R12;
            case 13 -> TrapFrame.R13;
            case 14 -> TrapFrame.R14;
            case GENERAL_COUNT - 1 -> TrapFrame.R15;
            case UserContext.INSTRUCTION_POINTER -> TrapFrame.RIP;
            case UserContext.FLAGS -> TrapFrame.RFLAGS;
            default -> throw new IllegalArgumentException("no register " + register + " on x86-64; general registers are 0 to 15");
        };
    }

    @Override
    public boolean isLoaded(int register) {
        return register == UserContext.THREAD_POINTER || register == UserContext.GS_BASE;
    }

    @Override
    public int floatingPointBytes() {
        return UserImage.FLOATING_BYTES;
    }

    @Override
    public void readFloatingPoint(Object image, byte[] into) {
        ((UserImage) image).readBytes(into, UserImage.FLOATING_BYTES);
    }

    @Override
    public void writeFloatingPoint(Object image, byte[] from) {
        UserImage user = (UserImage) image;
        user.writeBytes(from, 0, FXSAVE_MXCSR);
        user.writeBytes(from, FXSAVE_MXCSR_MASK, UserImage.FLOATING_BYTES);
        int mxcsr = 0;
        for (int i = FXSAVE_MXCSR_MASK - 1; i >= FXSAVE_MXCSR; i--) {
            mxcsr = mxcsr << 8 | from[i] & 0xff;
        }
        // SAFETY: reserved bits are never in the image, which another task may load meanwhile; nor do they come from the array, which it may change.
        Address.storeInt(user.address() + FXSAVE_MXCSR, mxcsr & mxcsrMask);
    }

    @Override
    public int exceptionKind(Object image) {
        UserException kind = switch (trapNumber(image)) {
            case 0 -> UserException.DIVIDE;
            case 1 -> UserException.DEBUG;
            case 3 -> UserException.BREAKPOINT;
            case 6 -> UserException.ILLEGAL_INSTRUCTION;
            case 4, 5, 10, 11, 12, Traps.GENERAL_PROTECTION -> UserException.PROTECTION;
            case Traps.PAGE_FAULT -> UserException.PAGE_FAULT;
            case 16, 19 -> UserException.FLOATING_POINT;
            case 17 -> UserException.ALIGNMENT;
            default -> UserException.OTHER;
        };
        return kind.ordinal();
    }

    @Override
    public long faultAddress(Object image) {
        return ((UserImage) image).get(UserImage.FAULT_ADDRESS);
    }

    @Override
    public int faultAccess(Object image) {
        long error = errorCode(image);
        if ((error & ERROR_FETCH) != 0) {
            return Protection.EXECUTE;
        }
        return (error & ERROR_WRITE) != 0 ? Protection.WRITE : Protection.READ;
    }

    @Override
    public int trapNumber(Object image) {
        return (int) ((UserImage) image).frame(TrapFrame.VECTOR);
    }

    @Override
    public long errorCode(Object image) {
        return ((UserImage) image).frame(TrapFrame.ERROR);
    }
}
