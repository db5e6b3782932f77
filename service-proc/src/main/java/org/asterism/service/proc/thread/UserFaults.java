package org.asterism.service.proc.thread;

import org.asterism.kernel.abi.SignalCodes;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.memory.FaultOutcome;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.signal.SignalInfo;

/** What exceptions of user programs become: resolved page faults, or signals as Linux sends them. */
final class UserFaults {
    private UserFaults() {
    }

    static void handle(ProgramThread thread, UserContext context, UserAbi abi, MemoryShortage shortage) {
        long instruction = context.register(UserContext.INSTRUCTION_POINTER);
        long told = abi.tellsInstruction() ? instruction : 0;
        switch (context.exception()) {
            case PAGE_FAULT -> pageFault(thread, context, shortage);
            case DIVIDE -> force(thread, Signals.SIGFPE, SignalCodes.FPE_INTDIV, instruction);
            case FLOATING_POINT -> force(thread, Signals.SIGFPE, SignalCodes.FPE_FLTINV, instruction);
            case ILLEGAL_INSTRUCTION -> force(thread, Signals.SIGILL, abi.illegalInstructionCode(), instruction);
            case ALIGNMENT -> force(thread, Signals.SIGBUS, SignalCodes.BUS_ADRALN, told);
            case BREAKPOINT -> force(thread, Signals.SIGTRAP, abi.breakpointCode(), told);
            case DEBUG -> force(thread, Signals.SIGTRAP, SignalCodes.TRAP_TRACE, instruction);
            case PROTECTION, OTHER -> thread.process().signals().force(SignalInfo.ofKernel(Signals.SIGSEGV), thread);
        }
    }

    private static void pageFault(ProgramThread thread, UserContext context, MemoryShortage shortage) {
        long address = context.faultAddress();
        FaultOutcome outcome = thread.addressSpace().handleFault(address, context.faultAccess());
        switch (outcome) {
            case RESOLVED -> thread.process().usage().countFault();
            case NOT_MAPPED -> force(thread, Signals.SIGSEGV, SignalCodes.SEGV_MAPERR, address);
            case NOT_ALLOWED -> force(thread, Signals.SIGSEGV, SignalCodes.SEGV_ACCERR, address);
            case PAST_END -> force(thread, Signals.SIGBUS, SignalCodes.BUS_ADRERR, address);
            case NO_MEMORY -> shortage.relieve(thread);
        }
    }

    private static void force(ProgramThread thread, int signal, int code, long address) {
        thread.process().signals().force(SignalInfo.ofFault(signal, code, address), thread);
    }
}
