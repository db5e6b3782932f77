package org.asterism.service.proc.thread;

import org.asterism.kernel.abi.AlternateStack;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.HandlerCall;
import org.asterism.kernel.abi.SignalActionFlags;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.process.InterruptedCall;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessSignals;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.signal.SignalAction;
import org.asterism.service.proc.signal.SignalInfo;

/** Takes the signals of the current thread before it returns to its program, and acts on them. */
final class SignalDelivery {
    private final UserAbi abi;
    private final MemoryShortage shortage;

    SignalDelivery(UserAbi abi, MemoryShortage shortage) {
        this.abi = abi;
        this.shortage = shortage;
    }

    /** Acts on everything that waits, and decides what becomes of an interrupted system call. */
    void deliver(ProgramThread thread) {
        Process process = thread.process();
        ProcessSignals signals = process.signals();
        while (!thread.isEnding()) {
            if (signals.stopSignal() != 0) {
                signals.stopHere(thread);
                continue;
            }
            SignalInfo info;
            SignalAction action = null;
            try (var held = signals.lock().lock()) {
                long wanted = ~thread.signals().blocked();
                info = thread.signals().pending().take(wanted);
                if (info == null) {
                    info = signals.shared().take(wanted);
                }
                if (info != null) {
                    action = signals.actions().get(info.signal());
                }
                thread.signals().recompute();
            }
            if (info == null) {
                break;
            }
            if (action.isCaught()) {
                callHandler(thread, info, action);
            } else if (action.handler() == SignalActionFlags.SIG_DFL) {
                defaultAction(process, info.signal());
            }
        }
        repeatInterrupted(thread);
        thread.signals().restoreMask();
    }

    private static void defaultAction(Process process, int signal) {
        long bit = Signals.bit(signal);
        if ((Signals.IGNORED_BY_DEFAULT & bit) != 0) {
            return;
        }
        if ((Signals.STOPPING & bit) == 0) {
            process.signals().beginEnd(signal);
        } else if (signal == Signals.SIGSTOP || !process.group().isOrphaned()) {
            process.signals().beginStop(signal);
        }
    }

    private void callHandler(ProgramThread thread, SignalInfo info, SignalAction action) {
        UserContext context = thread.context();
        InterruptedCall call = thread.calls().interruptedCall();
        if (call != null) {
            boolean repeats = call.kind() == Errno.ERESTARTNOINTR
                    || call.kind() == Errno.ERESTARTSYS && action.has(SignalActionFlags.SA_RESTART);
            if (repeats) {
                abi.repeatCall(context, call.number(), call.firstArgument());
            }
            thread.calls().setInterruptedCall(null);
        }
        long mask = thread.signals().takeMaskForFrame();
        AlternateStack alternate = thread.signals().alternateStack();
        long stackPointer = context.register(UserContext.STACK_POINTER);
        boolean switches = action.has(SignalActionFlags.SA_ONSTACK) && alternate.size() != 0
                && !alternate.contains(stackPointer);
        long top = switches ? alternate.start() + alternate.size() : stackPointer;
        if (!enter(thread, new HandlerCall(info.signal(), info.image(), action.handler(), action.flags(), action.restorer(), mask, top, switches,
                alternate))) {
            dieOfBadStack(thread, info.signal());
            return;
        }
        if (switches && (alternate.flags() & SignalActionFlags.SS_AUTODISARM) != 0) {
            thread.signals().setAlternateStack(AlternateStack.NONE);
        }
        long bit = Signals.bit(info.signal());
        try (var held = thread.process().signals().lock().lock()) {
            if (action.has(SignalActionFlags.SA_RESETHAND)) {
                thread.process().signals().actions().set(info.signal(), action.withoutHandler());
            }
            long own = action.has(SignalActionFlags.SA_NODEFER) ? 0 : bit;
            thread.signals().setBlockedLocked(thread.signals().blocked() | action.mask() | own);
        }
    }

    /** Enters a handler as soon as there is memory for its frame: the signal is taken, and must not be lost. */
    private boolean enter(ProgramThread thread, HandlerCall call) {
        while (!thread.isEnding()) {
            try {
                return abi.enterHandler(thread.context(), call);
            } catch (OutOfMemoryError noFrame) {
                shortage.relieve(thread);
            }
        }
        return true;
    }

    /** The frame could not be written: SIGSEGV, which is fatal if it was the signal itself. */
    static void dieOfBadStack(ProgramThread thread, int signal) {
        ProcessSignals signals = thread.process().signals();
        if (signal == Signals.SIGSEGV) {
            try (var held = signals.lock().lock()) {
                signals.actions().set(signal, SignalAction.DEFAULT);
            }
        }
        signals.force(SignalInfo.ofKernel(Signals.SIGSEGV), thread);
    }

    /** No handler ran: the call goes on as if nothing had happened. */
    private void repeatInterrupted(ProgramThread thread) {
        InterruptedCall call = thread.calls().interruptedCall();
        if (call == null) {
            return;
        }
        thread.calls().setInterruptedCall(null);
        boolean resumes = call.kind() == Errno.ERESTART_RESTARTBLOCK;
        abi.repeatCall(thread.context(), resumes ? abi.syscallNumber("restart_syscall") : call.number(),
                call.firstArgument());
    }
}
