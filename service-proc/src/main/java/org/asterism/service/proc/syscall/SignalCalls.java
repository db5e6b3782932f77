package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AlternateStack;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.SavedSignalState;
import org.asterism.kernel.abi.SignalActionFlags;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.UserAbi;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.user.UserContext;
import org.asterism.service.proc.process.CallResumption;
import org.asterism.service.proc.process.ProcessSignals;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.signal.SignalAction;
import org.asterism.service.proc.signal.SignalInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Actions, masks, waiting for signals, returning from handlers. */
@Component(service = SyscallProvider.class)
public final class SignalCalls implements SyscallProvider {
    private static final int SET_BYTES = 8;
    private static final int HANDLER = 0;
    private static final int FLAGS = 8;

    private final UserAbi abi;

    /** Decodes for the architecture that runs. */
    @Activate
    public SignalCalls() {
        this.abi = UserAbi.of(BootInfo.architecture());
    }

    /**
     * rt_sigaction(2).
     *
     * @param thread the caller
     * @param signal which
     * @param action address of the new action, or 0
     * @param old where to store the old action, or 0
     * @param size of signal sets
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("rt_sigaction")
    public long setAction(UserThread thread, int signal, long action, long old, long size) throws KernelException {
        if (size != SET_BYTES) {
            throw KernelException.of(Errno.EINVAL);
        }
        SignalAction replacement = action == 0 ? null : decode(UserData.read(action, abi.signalActionBytes()));
        if (!Signals.isValid(signal) || replacement != null && (Signals.UNBLOCKABLE & Signals.bit(signal)) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProcessSignals signals = ((ProgramThread) thread).process().signals();
        SignalAction before;
        Allocation.commit();
        try (var held = signals.lock().lock()) {
            before = signals.actions().get(signal);
            if (replacement != null) {
                signals.actions().set(signal, replacement);
                if (signals.actions().isIgnored(signal)) {
                    signals.removeEverywhere(Signals.bit(signal));
                    ((ProgramThread) thread).signals().recompute();
                }
            }
        }
        if (old != 0) {
            UserData.write(old, encode(before));
        }
        return 0;
    }

    private SignalAction decode(byte[] bytes) {
        int restorer = abi.signalActionRestorerOffset();
        return new SignalAction(LittleEndian.getLong(bytes, HANDLER), (int) LittleEndian.getLong(bytes, FLAGS),
                restorer < 0 ? 0 : LittleEndian.getLong(bytes, restorer),
                LittleEndian.getLong(bytes, abi.signalActionMaskOffset()) & ~Signals.UNBLOCKABLE);
    }

    private byte[] encode(SignalAction action) {
        byte[] bytes = new byte[abi.signalActionBytes()];
        LittleEndian.putLong(bytes, HANDLER, action.handler());
        LittleEndian.putLong(bytes, FLAGS, action.flags() & 0xffff_ffffL);
        if (abi.signalActionRestorerOffset() >= 0) {
            LittleEndian.putLong(bytes, abi.signalActionRestorerOffset(), action.restorer());
        }
        LittleEndian.putLong(bytes, abi.signalActionMaskOffset(), action.mask());
        return bytes;
    }

    /**
     * rt_sigprocmask(2).
     *
     * @param thread the caller
     * @param how SIG_BLOCK, SIG_UNBLOCK or SIG_SETMASK
     * @param set address of the set, or 0
     * @param old where to store the old mask, or 0
     * @param size of signal sets
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("rt_sigprocmask")
    public long changeMask(UserThread thread, int how, long set, long old, long size) throws KernelException {
        if (size != SET_BYTES) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProgramThread self = (ProgramThread) thread;
        long before = self.signals().blocked();
        // the mask must not change without the old one being told
        Allocation.commit();
        if (set != 0) {
            long given = UserData.readLong(set);
            self.signals().setBlocked(switch (how) {
                case Signals.SIG_BLOCK -> before | given;
                case Signals.SIG_UNBLOCK -> before & ~given;
                case Signals.SIG_SETMASK -> given;
                default -> throw KernelException.of(Errno.EINVAL);
            });
        }
        if (old != 0) {
            UserData.writeLong(old, before);
        }
        return 0;
    }

    /**
     * rt_sigpending(2).
     *
     * @param thread the caller
     * @param set where to store the set
     * @param size of the set
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("rt_sigpending")
    public long pending(UserThread thread, long set, long size) throws KernelException {
        if (size < 0 || size > SET_BYTES) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProgramThread self = (ProgramThread) thread;
        long waiting = (self.signals().pending().set() | self.process().signals().shared().set()) & self.signals().blocked();
        byte[] bytes = new byte[SET_BYTES];
        LittleEndian.putLong(bytes, 0, waiting);
        UserData.write(set, java.util.Arrays.copyOf(bytes, (int) size));
        return 0;
    }

    /**
     * rt_sigsuspend(2).
     *
     * @param thread the caller
     * @param set address of the temporary mask
     * @param size of the set
     * @return never
     * @throws KernelException {@code EINTR} after a handler
     */
    @Syscall("rt_sigsuspend")
    public long suspend(UserThread thread, long set, long size) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        self.setTemporaryMask(UserData.readSignalSet(set, size));
        return sleepUntilSignal(self);
    }

    /**
     * pause(2).
     *
     * @param thread the caller
     * @return never
     * @throws KernelException {@code EINTR} after a handler
     */
    @Syscall("pause")
    public long pause(UserThread thread) throws KernelException {
        return sleepUntilSignal((ProgramThread) thread);
    }

    private static long sleepUntilSignal(ProgramThread thread) throws KernelException {
        while (!thread.isInterrupted()) {
            Task.park();
        }
        throw KernelException.of(Errno.ERESTARTNOHAND);
    }

    /**
     * rt_sigtimedwait(2).
     *
     * @param thread the caller
     * @param set address of the set
     * @param info where to store a {@code siginfo_t}, or 0
     * @param timeout address of a time, or 0
     * @param size of the set
     * @return the signal
     * @throws KernelException as the man page
     */
    @Syscall("rt_sigtimedwait")
    public long awaitSignal(UserThread thread, long set, long info, long timeout, long size) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        long wanted = UserData.readSignalSet(set, size) & ~Signals.UNBLOCKABLE;
        long deadline = Task.NO_DEADLINE;
        if (timeout != 0) {
            deadline = Deadlines.after(UserData.readTimespec(timeout));
        }
        SignalInfo taken;
        self.signals().setAwaited(wanted);
        try {
            taken = awaitAny(self, wanted, deadline);
        } finally {
            self.signals().setAwaited(0);
            try (var held = self.process().signals().lock().lock()) {
                self.signals().recompute();
            }
        }
        if (info != 0) {
            UserData.write(info, taken.image());
        }
        return taken.signal();
    }

    private static SignalInfo awaitAny(ProgramThread thread, long wanted, long deadline) throws KernelException {
        ProcessSignals signals = thread.process().signals();
        while (true) {
            try (var held = signals.lock().lock()) {
                SignalInfo taken = thread.signals().pending().take(wanted);
                if (taken == null) {
                    taken = signals.shared().take(wanted);
                }
                if (taken != null) {
                    return taken;
                }
                thread.signals().recompute();
            }
            if (thread.isInterrupted()) {
                throw KernelException.of(Errno.EINTR);
            }
            if (Clock.monotonicNanos() >= deadline) {
                throw KernelException.of(Errno.EAGAIN);
            }
            Task.parkUntil(deadline);
        }
    }

    /**
     * rt_sigreturn(2).
     *
     * @param thread the caller
     * @return what the interrupted code finds in the result register
     */
    @Syscall("rt_sigreturn")
    public long leaveHandler(UserThread thread) {
        ProgramThread self = (ProgramThread) thread;
        UserContext context = self.context();
        Allocation.commit(); // a handler that returns cannot be told of no memory
        SavedSignalState saved = abi.leaveHandler(context);
        if (saved == null) {
            self.process().signals().force(SignalInfo.ofKernel(Signals.SIGSEGV), self);
            return 0;
        }
        self.signals().setBlocked(saved.mask());
        if (saved.alternate().size() >= abi.minimumSignalStack()) {
            self.signals().setAlternateStack(saved.alternate());
        }
        return context.register(UserContext.SYSCALL_RESULT);
    }

    /**
     * sigaltstack(2).
     *
     * @param thread the caller
     * @param stack address of the new stack, or 0
     * @param old where to store the old one, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("sigaltstack")
    public long setAlternateStack(UserThread thread, long stack, long old) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        AlternateStack before = self.signals().alternateStack();
        boolean onIt = before.contains(self.context().register(UserContext.STACK_POINTER));
        byte[] image = new byte[SignalActionFlags.STACK_BYTES];
        int state = onIt ? SignalActionFlags.SS_ONSTACK : before.size() == 0 ? SignalActionFlags.SS_DISABLE : 0;
        new AlternateStack(before.start(), state | before.flags() & SignalActionFlags.SS_AUTODISARM, before.size())
                .encode(image, 0);
        if (stack != 0) {
            AlternateStack wanted = AlternateStack.decode(UserData.read(stack, SignalActionFlags.STACK_BYTES), 0);
            if (onIt) {
                throw KernelException.of(Errno.EPERM);
            }
            self.signals().setAlternateStack(checked(wanted));
        }
        if (old != 0) {
            UserData.write(old, image);
        }
        return 0;
    }

    private AlternateStack checked(AlternateStack wanted) throws KernelException {
        int mode = wanted.flags() & ~SignalActionFlags.SS_AUTODISARM;
        if (mode == SignalActionFlags.SS_DISABLE) {
            return AlternateStack.NONE;
        }
        if (mode != 0 && mode != SignalActionFlags.SS_ONSTACK) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (Long.compareUnsigned(wanted.size(), abi.minimumSignalStack()) < 0) {
            throw KernelException.of(Errno.ENOMEM);
        }
        return wanted;
    }

    /**
     * restart_syscall(2): goes on with a call that a stop interrupted.
     *
     * @param thread the caller
     * @return the call's result
     * @throws KernelException as the call
     */
    @Syscall("restart_syscall")
    public long resume(UserThread thread) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        CallResumption rest = self.calls().resumption();
        if (rest == null) {
            throw KernelException.of(Errno.EINTR);
        }
        self.calls().setResumption(null);
        return rest.resume(self);
    }
}
