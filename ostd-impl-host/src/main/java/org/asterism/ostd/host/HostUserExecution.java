package org.asterism.ostd.host;

import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.paging.AddressSpace;
import org.asterism.ostd.spi.UserExecution;
import org.asterism.ostd.user.UserContext;
import org.asterism.ostd.user.UserException;

/** User mode: fetches encoded instructions from user memory and runs the lambdas they name. */
final class HostUserExecution implements UserExecution {
    /** rdi, rsi, rdx, r10, r8, r9. */
    static final int[] ARGUMENT_REGISTERS = {7, 6, 2, 10, 8, 9};

    private static final int RESULT_REGISTER = 0;
    private static final int STACK_REGISTER = 4;
    private static final int GENERAL_REGISTERS = 16;
    private static final int SYSCALL_BYTES = 2;
    private static final long INSTRUCTION_NANOS = 1_000;
    private static final long SETTABLE_FLAGS = 0x24_0DD5;
    private static final long FIXED_FLAGS = 0x202;
    private static final int VECTOR_PAGE_FAULT = 14;

    private final HostMachine machine;
    private final UserCode code = new UserCode();

    HostUserExecution(HostMachine machine) {
        this.machine = machine;
    }

    UserCode code() {
        return code;
    }

    @Override
    public Object createContext() {
        return new HostContext();
    }

    @Override
    public Object copyContext(Object context) {
        return ((HostContext) context).copy();
    }

    @Override
    public long register(Object handle, int register) {
        HostContext context = (HostContext) handle;
        return switch (register) {
            case UserContext.INSTRUCTION_POINTER -> context.instructionPointer;
            case UserContext.STACK_POINTER -> context.general[STACK_REGISTER];
            case UserContext.THREAD_POINTER -> context.threadPointer;
            case UserContext.GS_BASE -> context.gsBase;
            case UserContext.FLAGS -> context.flags;
            case UserContext.SYSCALL_NUMBER -> context.syscallNumber;
            case UserContext.SYSCALL_RESULT -> context.general[RESULT_REGISTER];
            default -> context.general[general(register)];
        };
    }

    @Override
    public void setRegister(Object handle, int register, long value) {
        HostContext context = (HostContext) handle;
        switch (register) {
            case UserContext.INSTRUCTION_POINTER -> context.instructionPointer = value;
            case UserContext.STACK_POINTER -> context.general[STACK_REGISTER] = value;
            case UserContext.THREAD_POINTER -> context.threadPointer = value;
            case UserContext.GS_BASE -> context.gsBase = value;
            case UserContext.FLAGS -> context.flags = value & SETTABLE_FLAGS | FIXED_FLAGS;
            case UserContext.SYSCALL_NUMBER -> context.syscallNumber = value;
            case UserContext.SYSCALL_RESULT -> context.general[RESULT_REGISTER] = value;
            default -> context.general[general(register)] = value;
        }
    }

    private static int general(int register) {
        int argument = register - UserContext.SYSCALL_ARGUMENT;
        if (argument >= 0 && argument < ARGUMENT_REGISTERS.length) {
            return ARGUMENT_REGISTERS[argument];
        }
        if (register < 0 || register >= GENERAL_REGISTERS) {
            throw new IllegalArgumentException("no register " + register + " on the simulated x86-64 processor");
        }
        return register;
    }

    @Override
    public int floatingPointBytes() {
        return HostContext.FLOATING_POINT_BYTES;
    }

    @Override
    public void saveFloatingPoint(Object context, byte[] into) {
        System.arraycopy(((HostContext) context).floatingPoint, 0, into, 0, HostContext.FLOATING_POINT_BYTES);
    }

    @Override
    public void restoreFloatingPoint(Object context, byte[] from) {
        System.arraycopy(from, 0, ((HostContext) context).floatingPoint, 0, HostContext.FLOATING_POINT_BYTES);
    }

    @Override
    public int execute(Object handle) {
        HostTasks tasks = machine.hostTasks();
        HostTask self = tasks.running();
        if (self.preemptionDepth > 0) {
            throw new IllegalStateException("user mode entered with preemption off");
        }
        if (self.activeSpace() == null) {
            throw new IllegalStateException("user mode entered without an active address space");
        }
        HostContext context = (HostContext) handle;
        tasks.account(self);
        self.inUserMode = true;
        try {
            while (true) {
                tasks.preemptionPoint();
                if (self.eventRaised) {
                    self.eventRaised = false;
                    return EVENT;
                }
                machine.clock().spend(INSTRUCTION_NANOS);
                if (step(context, self.activeSpace())) {
                    return SYSCALL;
                }
            }
        } catch (UserFault fault) {
            context.exceptionKind = fault.kind.ordinal();
            context.faultAddress = fault.address;
            context.faultAccess = fault.access;
            context.trapNumber = trapNumber(fault.kind);
            context.errorCode = errorCode(self.activeSpace(), fault);
            return EXCEPTION;
        } finally {
            tasks.account(self);
            self.inUserMode = false;
        }
    }

    /** Runs one instruction; true if it made a system call. A fault leaves the instruction pointer at its start. */
    private boolean step(HostContext context, AddressSpace space) {
        long start = context.instructionPointer;
        UserProcessor processor = new UserProcessor(context, machine.hostAccess(), space);
        int first = fetch(processor, start);
        int second = fetch(processor, start + 1);
        if (first == UserCode.SYSCALL_FIRST_BYTE && second == UserCode.SYSCALL_SECOND_BYTE) {
            enterKernel(context, start + SYSCALL_BYTES);
            return true;
        }
        UserInstruction instruction = null;
        if (first == UserCode.MAGIC_FIRST_BYTE && second == UserCode.MAGIC_SECOND_BYTE) {
            int index = 0;
            for (int i = 0; i < Integer.BYTES; i++) {
                index |= fetch(processor, start + 2 + i) << Byte.SIZE * i;
            }
            instruction = code.at(index);
        }
        if (instruction == null) {
            throw new UserFault(UserException.ILLEGAL_INSTRUCTION, start, Protection.EXECUTE);
        }
        context.instructionPointer = start + UserCode.INSTRUCTION_BYTES;
        try {
            instruction.execute(processor);
        } catch (UserFault fault) {
            context.instructionPointer = start;
            throw fault;
        }
        if (processor.syscallMade) {
            enterKernel(context, context.instructionPointer);
        }
        return processor.syscallMade;
    }

    private static void enterKernel(HostContext context, long next) {
        context.syscallNumber = context.general[RESULT_REGISTER];
        context.instructionPointer = next;
    }

    private static int fetch(UserProcessor processor, long address) {
        return processor.fetch(address, Protection.EXECUTE);
    }

    private static int trapNumber(UserException kind) {
        return switch (kind) {
            case DIVIDE -> 0;
            case DEBUG -> 1;
            case BREAKPOINT -> 3;
            case ILLEGAL_INSTRUCTION -> 6;
            case PROTECTION, OTHER -> 13;
            case PAGE_FAULT -> VECTOR_PAGE_FAULT;
            case FLOATING_POINT -> 16;
            case ALIGNMENT -> 17;
        };
    }

    /** The page-fault error code of x86 (SDM volume 3, 4.7): bit 0 present, 1 write, 2 user, 4 fetch. */
    private long errorCode(AddressSpace space, UserFault fault) {
        if (fault.kind != UserException.PAGE_FAULT) {
            return 0;
        }
        boolean present = machine.addressSpaces().query(space, fault.address) != 0;
        return 4 | (present ? 1 : 0) | (fault.access == Protection.WRITE ? 2 : 0)
                | (fault.access == Protection.EXECUTE ? 16 : 0);
    }

    @Override
    public int exceptionKind(Object context) {
        return ((HostContext) context).exceptionKind;
    }

    @Override
    public long faultAddress(Object context) {
        return ((HostContext) context).faultAddress;
    }

    @Override
    public int faultAccess(Object context) {
        return ((HostContext) context).faultAccess;
    }

    @Override
    public int trapNumber(Object context) {
        return ((HostContext) context).trapNumber;
    }

    @Override
    public long errorCode(Object context) {
        return ((HostContext) context).errorCode;
    }
}
