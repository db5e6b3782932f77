package org.asterism.ostd.riscv;

import org.asterism.ostd.arch.UserEntry;
import org.asterism.ostd.bare.MachineWords;
import org.asterism.ostd.bare.ProcessorControl;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.ThreadArea;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserException;

/** User mode of RV64, with single and double precision. */
final class RiscvUserEntry extends UserEntry {
    private static final int REGISTERS = 32;
    private static final int CALL_INSTRUCTION_BYTES = 4;
    /** Rounding mode and accrued exceptions. */
    private static final long CONTROL_MASK = 0xff;

    private final Traps traps;

    RiscvUserEntry(Traps traps) {
        this.traps = traps;
    }

    @Override
    public Object create() {
        return new UserRegisters();
    }

    @Override
    public Object copy(Object image) {
        UserRegisters copy = new UserRegisters();
        copy.copyFrom((UserRegisters) image);
        return copy;
    }

    @Override
    public void load(Object image) {
        Cpu.restoreFloatingPoint(((UserRegisters) image).address());
    }

    @Override
    public void store(Object image) {
        Cpu.saveFloatingPoint(((UserRegisters) image).address());
    }

    @Override
    public boolean isKernelComputing() {
        return Address.loadInt(ThreadArea.current() + MachineWords.FLOATING) != 0;
    }

    @Override
    public int enter(Object image) {
        UserRegisters user = (UserRegisters) image;
        // SAFETY: 1. entry chooses user mode and turns its access off for the kernel, whatever the frame holds; 2. the image is alive
        // through the local variable, and does not move.
        Cpu.enterUser(user.address() + UserRegisters.FRAME);
        long cause = user.frame(TrapFrame.CAUSE);
        if (cause == Traps.USER_CALL) {
            user.set(UserRegisters.SYSCALL_NUMBER, user.frame(TrapFrame.A7));
            user.setFrame(TrapFrame.PC, user.frame(TrapFrame.PC) + CALL_INSTRUCTION_BYTES);
            return SYSCALL;
        }
        if (cause < 0) {
            traps.interrupt((int) cause);
            return INTERRUPT;
        }
        if (isPageFault((int) cause)) {
            // processors may remember that a page was missing
            ProcessorControl.invalidatePage(user.frame(TrapFrame.VALUE));
        }
        return EXCEPTION;
    }

    @Override
    public long register(Object image, int register) {
        UserRegisters user = (UserRegisters) image;
        return switch (register) {
            case 0, UserContext.GS_BASE, UserContext.FLAGS -> 0;
            case UserContext.SYSCALL_NUMBER -> user.get(UserRegisters.SYSCALL_NUMBER);
            default -> user.frame(frameOffset(register));
        };
    }

    @Override
    public void setRegister(Object image, int register, long value) {
        UserRegisters user = (UserRegisters) image;
        switch (register) {
            case 0, UserContext.GS_BASE, UserContext.FLAGS -> {
                return;
            }
            case UserContext.SYSCALL_NUMBER -> user.set(UserRegisters.SYSCALL_NUMBER, value);
            default -> user.setFrame(frameOffset(register), value);
        }
    }

    private static int frameOffset(int register) {
        if (register > 0 && register < REGISTERS) {
            return 8 * register;
        }
        return switch (register) {
            case UserContext.INSTRUCTION_POINTER -> TrapFrame.PC;
            case UserContext.STACK_POINTER -> TrapFrame.SP;
            case UserContext.THREAD_POINTER -> TrapFrame.TP;
            case UserContext.SYSCALL_RESULT -> TrapFrame.A0;
            default -> {
                int argument = register - UserContext.SYSCALL_ARGUMENT;
                if (argument < 0 || argument > 5) {
                    throw new IllegalArgumentException("no register " + register + " on RV64; general registers are 0 to 31");
                }
                yield TrapFrame.A0 + 8 * argument;
            }
        };
    }

    @Override
    public boolean isLoaded(int register) {
        return false;
    }

    @Override
    public int floatingPointBytes() {
        return UserRegisters.FLOATING_BYTES;
    }

    @Override
    public void readFloatingPoint(Object image, byte[] into) {
        ((UserRegisters) image).readBytes(into, UserRegisters.FLOATING_BYTES);
    }

    @Override
    public void writeFloatingPoint(Object image, byte[] from) {
        UserRegisters user = (UserRegisters) image;
        user.writeBytes(from, 0, UserRegisters.FLOATING_BYTES);
        user.set(UserRegisters.CONTROL, user.get(UserRegisters.CONTROL) & CONTROL_MASK);
    }

    @Override
    public int exceptionKind(Object image) {
        int cause = trapNumber(image);
        UserException kind = isPageFault(cause) ? UserException.PAGE_FAULT : switch (cause) {
            case Traps.ILLEGAL_INSTRUCTION -> UserException.ILLEGAL_INSTRUCTION;
            case Traps.BREAKPOINT -> UserException.BREAKPOINT;
            case Traps.FETCH_MISALIGNED, Traps.LOAD_MISALIGNED, Traps.STORE_MISALIGNED -> UserException.ALIGNMENT;
            case Traps.FETCH_ACCESS, Traps.LOAD_ACCESS, Traps.STORE_ACCESS -> UserException.PROTECTION;
            default -> UserException.OTHER;
        };
        return kind.ordinal();
    }

    private static boolean isPageFault(int cause) {
        return cause == Traps.FETCH_PAGE || cause == Traps.LOAD_PAGE || cause == Traps.STORE_PAGE;
    }

    @Override
    public long faultAddress(Object image) {
        return isPageFault(trapNumber(image)) ? ((UserRegisters) image).frame(TrapFrame.VALUE) : 0;
    }

    @Override
    public int faultAccess(Object image) {
        return switch (trapNumber(image)) {
            case Traps.FETCH_PAGE -> Protection.EXECUTE;
            case Traps.STORE_PAGE -> Protection.WRITE;
            default -> Protection.READ;
        };
    }

    @Override
    public int trapNumber(Object image) {
        return (int) ((UserRegisters) image).frame(TrapFrame.CAUSE);
    }

    @Override
    public long errorCode(Object image) {
        return 0;
    }
}
