package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.proc.loader.Latin1;
import org.asterism.service.proc.process.ProcessAttributes;
import org.asterism.service.proc.process.ProgramThread;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** prctl(2). */
@Component(service = SyscallProvider.class)
public final class PrctlCalls implements SyscallProvider {
    private static final int PR_SET_PDEATHSIG = 1;
    private static final int PR_GET_PDEATHSIG = 2;
    private static final int PR_GET_DUMPABLE = 3;
    private static final int PR_SET_DUMPABLE = 4;
    private static final int PR_GET_KEEPCAPS = 7;
    private static final int PR_SET_KEEPCAPS = 8;
    private static final int PR_SET_NAME = 15;
    private static final int PR_GET_NAME = 16;
    private static final int PR_CAPBSET_READ = 23;
    private static final int PR_CAPBSET_DROP = 24;
    private static final int PR_SET_TIMERSLACK = 29;
    private static final int PR_GET_TIMERSLACK = 30;
    private static final int PR_SET_CHILD_SUBREAPER = 36;
    private static final int PR_GET_CHILD_SUBREAPER = 37;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int PR_GET_NO_NEW_PRIVS = 39;
    private static final int PR_GET_TID_ADDRESS = 40;
    private static final int NAME_BYTES = ProgramThread.NAME_LENGTH + 1;
    private static final int LAST_CAPABILITY = 40;
    private static final int DEFAULT_SLACK_NANOS = 50_000;

    /** Decodes; keeps nothing. */
    @Activate
    public PrctlCalls() {
    }

    /**
     * prctl(2).
     *
     * @param thread the caller
     * @param option which
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @return as the man page
     * @throws KernelException as the man page
     */
    @Syscall(value = "prctl", partial = "death signal, dumpable, names, timer slack, subreaper, privileges; capabilities are fixed")
    public long control(UserThread thread, int option, long a, long b, long c, long d) throws KernelException {
        ProgramThread self = (ProgramThread) thread;
        ProcessAttributes attributes = self.process().attributes();
        switch (option) {
            case PR_SET_PDEATHSIG -> attributes.setParentDeathSignal(checkedSignal(a));
            case PR_GET_PDEATHSIG -> UserData.writeInt(a, attributes.parentDeathSignal());
            case PR_GET_DUMPABLE -> {
                return attributes.isDumpable() ? 1 : 0;
            }
            case PR_SET_DUMPABLE -> attributes.setDumpable(flag(a));
            case PR_GET_KEEPCAPS -> {
                return 0;
            }
            case PR_SET_KEEPCAPS -> flag(a);
            case PR_SET_NAME -> self.setCommand(readName(a));
            case PR_GET_NAME -> writeName(a, self.command());
            case PR_CAPBSET_READ -> {
                checkCapability(a);
                return 1;
            }
            case PR_CAPBSET_DROP -> checkCapability(a);
            case PR_SET_TIMERSLACK ->
                self.setTimerSlackNanos(a <= 0 || a > Integer.MAX_VALUE ? DEFAULT_SLACK_NANOS : (int) a);
            case PR_GET_TIMERSLACK -> {
                return self.timerSlackNanos();
            }
            case PR_SET_CHILD_SUBREAPER -> attributes.setSubreaper(a != 0);
            case PR_GET_CHILD_SUBREAPER -> UserData.writeInt(a, attributes.isSubreaper() ? 1 : 0);
            case PR_SET_NO_NEW_PRIVS -> {
                if (a != 1 || b != 0 || c != 0 || d != 0) {
                    throw KernelException.of(Errno.EINVAL);
                }
                attributes.renounceNewPrivileges();
            }
            case PR_GET_NO_NEW_PRIVS -> {
                return attributes.hasNoNewPrivileges() ? 1 : 0;
            }
            case PR_GET_TID_ADDRESS -> UserData.writeLong(a, self.calls().clearOnExit());
            default -> throw KernelException.of(Errno.EINVAL);
        }
        return 0;
    }

    private static int checkedSignal(long signal) throws KernelException {
        if (signal < 0 || signal > Signals.SIGRTMAX) {
            throw KernelException.of(Errno.EINVAL);
        }
        return (int) signal;
    }

    private static boolean flag(long value) throws KernelException {
        if (value != 0 && value != 1) {
            throw KernelException.of(Errno.EINVAL);
        }
        return value == 1;
    }

    private static void checkCapability(long capability) throws KernelException {
        if (capability < 0 || capability > LAST_CAPABILITY) {
            throw KernelException.of(Errno.EINVAL);
        }
    }

    private static String readName(long address) throws KernelException {
        byte[] bytes = new byte[NAME_BYTES];
        int length = UserMemory.readString(address, bytes);
        if (length == -1) {
            throw KernelException.of(Errno.EFAULT);
        }
        return Latin1.decode(bytes, 0, length < 0 ? ProgramThread.NAME_LENGTH : length);
    }

    private static void writeName(long address, String name) throws KernelException {
        byte[] bytes = new byte[NAME_BYTES];
        byte[] encoded = Latin1.encode(name);
        System.arraycopy(encoded, 0, bytes, 0, encoded.length);
        UserData.write(address, bytes);
    }
}
