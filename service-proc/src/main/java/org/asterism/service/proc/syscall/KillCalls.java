package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.SiginfoLayout;
import org.asterism.kernel.abi.SignalCodes;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.mm.Allocation;
import org.asterism.service.proc.process.JobGroup;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.process.SignalPermission;
import org.asterism.service.proc.signal.SignalInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sending signals. */
@Component(service = SyscallProvider.class)
public final class KillCalls implements SyscallProvider {
    private final ProcessTable table;

    /**
     * Sends to processes of a table.
     *
     * @param table who has which id
     */
    @Activate
    public KillCalls(@Reference ProcessTable table) {
        this.table = table;
    }

    /**
     * kill(2).
     *
     * @param thread the caller
     * @param id a process; 0 or negative for groups and everybody
     * @param signal 0 only checks
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("kill")
    public long kill(UserThread thread, int id, int signal) throws KernelException {
        ProgramThread sender = (ProgramThread) thread;
        checkSignal(signal);
        if (signal < Signals.SIGRTMIN) {
            // such a signal waits at most once: nothing piles up, and no member of a group is left out
            Allocation.commit();
        }
        if (id > 0) {
            sendTo(sender, find(id), signal);
        } else if (id == -1) {
            sendToAll(sender, signal);
        } else if (id == Integer.MIN_VALUE) {
            throw KernelException.of(Errno.ESRCH);
        } else {
            JobGroup group = id == 0 ? sender.process().group() : table.group(-id);
            if (group == null) {
                throw KernelException.of(Errno.ESRCH);
            }
            sendToEach(sender, group.members(), signal);
        }
        return 0;
    }

    private static void checkSignal(int signal) throws KernelException {
        if (signal != 0 && !Signals.isValid(signal)) {
            throw KernelException.of(Errno.EINVAL);
        }
    }

    private Process find(int id) throws KernelException {
        Process process = table.process(id);
        if (process != null) {
            return process;
        }
        ProgramThread thread = table.thread(id);
        if (thread == null) {
            throw KernelException.of(Errno.ESRCH);
        }
        return thread.process();
    }

    private static void sendTo(ProgramThread sender, Process target, int signal) throws KernelException {
        if (!SignalPermission.allows(sender, target, signal)) {
            throw KernelException.of(Errno.EPERM);
        }
        if (signal != 0) {
            target.signals().send(infoOf(sender, signal, SignalCodes.SI_USER), null);
        }
    }

    private void sendToAll(ProgramThread sender, int signal) throws KernelException {
        int tried = 0;
        int sent = 0;
        for (Process process : table.all()) {
            if (process.id() == ProcessTable.INIT || process == sender.process()) {
                continue;
            }
            tried++;
            if (SignalPermission.allows(sender, process, signal)) {
                sent++;
                if (signal != 0) {
                    process.signals().send(infoOf(sender, signal, SignalCodes.SI_USER), null);
                }
            }
        }
        if (sent == 0) {
            throw KernelException.of(tried == 0 ? Errno.ESRCH : Errno.EPERM);
        }
    }

    private static void sendToEach(ProgramThread sender, Process[] targets, int signal) throws KernelException {
        int sent = 0;
        for (Process process : targets) {
            if (SignalPermission.allows(sender, process, signal)) {
                sent++;
                if (signal != 0) {
                    process.signals().send(infoOf(sender, signal, SignalCodes.SI_USER), null);
                }
            }
        }
        if (sent == 0) {
            throw KernelException.of(targets.length == 0 ? Errno.ESRCH : Errno.EPERM);
        }
    }

    private static SignalInfo infoOf(ProgramThread sender, int signal, int code) {
        return SignalInfo.ofSender(signal, code, sender.process().id(), sender.credentials().realUser());
    }

    /**
     * tkill(2).
     *
     * @param thread the caller
     * @param id a thread
     * @param signal 0 only checks
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("tkill")
    public long tkill(UserThread thread, int id, int signal) throws KernelException {
        if (id <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return toThread((ProgramThread) thread, 0, id, signal);
    }

    /**
     * tgkill(2).
     *
     * @param thread the caller
     * @param group the process
     * @param id a thread of it
     * @param signal 0 only checks
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("tgkill")
    public long tgkill(UserThread thread, int group, int id, int signal) throws KernelException {
        if (id <= 0 || group <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return toThread((ProgramThread) thread, group, id, signal);
    }

    private long toThread(ProgramThread sender, int group, int id, int signal) throws KernelException {
        checkSignal(signal);
        ProgramThread target = findThread(group, id);
        if (!SignalPermission.allows(sender, target.process(), signal)) {
            throw KernelException.of(Errno.EPERM);
        }
        if (signal != 0) {
            target.process().signals().send(infoOf(sender, signal, SignalCodes.SI_TKILL), target);
        }
        return 0;
    }

    private ProgramThread findThread(int group, int id) throws KernelException {
        ProgramThread target = table.thread(id);
        if (target == null || group != 0 && target.process().id() != group) {
            throw KernelException.of(Errno.ESRCH);
        }
        return target;
    }

    /**
     * rt_sigqueueinfo(2).
     *
     * @param thread the caller
     * @param id a process
     * @param signal 0 only checks
     * @param info address of a {@code siginfo_t}
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("rt_sigqueueinfo")
    public long queue(UserThread thread, int id, int signal, long info) throws KernelException {
        ProgramThread sender = (ProgramThread) thread;
        byte[] image = checkedImage(sender, id, signal, info);
        Process target = find(id);
        queueTo(sender, target, null, signal, image);
        return 0;
    }

    /**
     * rt_tgsigqueueinfo(2).
     *
     * @param thread the caller
     * @param group the process
     * @param id a thread of it
     * @param signal 0 only checks
     * @param info address of a {@code siginfo_t}
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("rt_tgsigqueueinfo")
    public long queueToThread(UserThread thread, int group, int id, int signal, long info) throws KernelException {
        if (id <= 0 || group <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        ProgramThread sender = (ProgramThread) thread;
        byte[] image = checkedImage(sender, group, signal, info);
        ProgramThread target = findThread(group, id);
        queueTo(sender, target.process(), target, signal, image);
        return 0;
    }

    private static byte[] checkedImage(ProgramThread sender, int id, int signal, long info) throws KernelException {
        byte[] image = UserData.read(info, SiginfoLayout.BYTES);
        checkSignal(signal);
        int code = LittleEndian.getInt(image, SiginfoLayout.SI_CODE);
        if ((code >= 0 || code == SignalCodes.SI_TKILL) && sender.process().id() != id) {
            throw KernelException.of(Errno.EPERM);
        }
        return image;
    }

    private static void queueTo(ProgramThread sender, Process target, ProgramThread only, int signal, byte[] image)
            throws KernelException {
        if (!SignalPermission.allows(sender, target, signal)) {
            throw KernelException.of(Errno.EPERM);
        }
        if (signal == 0) {
            return;
        }
        long limit = target.softLimit(ResourceConstants.RLIMIT_SIGPENDING);
        if (signal >= Signals.SIGRTMIN && limit >= 0 && target.signals().shared().queued() >= limit) {
            throw KernelException.of(Errno.EAGAIN);
        }
        target.signals().send(SignalInfo.ofImage(signal, image), only);
    }
}
