package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.SiginfoLayout;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.WaitConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.mm.Allocation;
import org.asterism.service.proc.process.ProcessTable;
import org.asterism.service.proc.process.ProgramThread;
import org.asterism.service.proc.wait.ChildNews;
import org.asterism.service.proc.wait.ChildWait;
import org.asterism.service.proc.wait.WaitSelection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waiting for children. */
@Component(service = SyscallProvider.class)
public final class WaitCalls implements SyscallProvider {
    private static final int CLONE_OPTIONS = WaitConstants.WNOTHREAD | WaitConstants.WALL | WaitConstants.WCLONE;
    private static final int WAIT4_OPTIONS =
            WaitConstants.WNOHANG | WaitConstants.WUNTRACED | WaitConstants.WCONTINUED | CLONE_OPTIONS;
    private static final int NEWS = WaitConstants.WEXITED | WaitConstants.WSTOPPED | WaitConstants.WCONTINUED;
    private static final int WAITID_OPTIONS = NEWS | WaitConstants.WNOHANG | WaitConstants.WNOWAIT | CLONE_OPTIONS;

    private final ProcessTable table;

    /**
     * Waits for children of a table.
     *
     * @param table where the relations are
     */
    @Activate
    public WaitCalls(@Reference ProcessTable table) {
        this.table = table;
    }

    /**
     * wait4(2).
     *
     * @param thread the caller
     * @param id of a child, or of a group, or −1
     * @param status where to store the wait status, or 0
     * @param options as the man page
     * @param usage where to store the child's usage, or 0
     * @return the child's id; 0 without news
     * @throws KernelException as the man page
     */
    @Syscall("wait4")
    public long wait4(UserThread thread, int id, long status, int options, long usage) throws KernelException {
        if ((options & ~WAIT4_OPTIONS) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (id == Integer.MIN_VALUE) {
            throw KernelException.of(Errno.ESRCH);
        }
        int group = id == 0 ? thread.process().group().id() : id < -1 ? -id : 0;
        ChildNews news = new ChildWait(table, (ProgramThread) thread,
                new WaitSelection(Math.max(id, 0), group, options | WaitConstants.WEXITED)).await();
        if (news == null) {
            return 0;
        }
        Allocation.commit();
        if (status != 0) {
            UserData.writeInt(status, news.waitStatus());
        }
        if (usage != 0) {
            UserData.write(usage, UsageImage.ofEnded(news.child()));
        }
        return news.child().id();
    }

    /**
     * waitid(2).
     *
     * @param thread the caller
     * @param kind P_ALL, P_PID or P_PGID
     * @param id of a child or a group
     * @param info where to store a {@code siginfo_t}, or 0
     * @param options as the man page
     * @param usage where to store the child's usage, or 0
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall(value = "waitid", partial = "no P_PIDFD")
    public long waitid(UserThread thread, int kind, int id, long info, int options, long usage) throws KernelException {
        if ((options & ~WAITID_OPTIONS) != 0 || (options & NEWS) == 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        WaitSelection selection = switch (kind) {
            case WaitConstants.P_ALL -> new WaitSelection(0, 0, options);
            case WaitConstants.P_PID -> new WaitSelection(positive(id), 0, options);
            case WaitConstants.P_PGID ->
                new WaitSelection(0, id == 0 ? thread.process().group().id() : positive(id), options);
            default -> throw KernelException.of(Errno.EINVAL);
        };
        try {
            ChildNews news = new ChildWait(table, (ProgramThread) thread, selection).await();
            Allocation.commit();
            if (usage != 0 && news != null) {
                UserData.write(usage, UsageImage.ofEnded(news.child()));
            }
            report(info, news);
            return 0;
        } catch (KernelException failure) {
            // Linux stores an empty siginfo even then, and says EFAULT if it cannot
            report(info, null);
            throw failure;
        }
    }

    private static void report(long info, ChildNews news) throws KernelException {
        if (info != 0) {
            UserData.write(info, image(news));
        }
    }

    private static int positive(int id) throws KernelException {
        if (id <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        return id;
    }

    private static byte[] image(ChildNews news) {
        byte[] image = new byte[SiginfoLayout.SI_STATUS + 4];
        if (news != null) {
            LittleEndian.putInt(image, SiginfoLayout.SI_SIGNO, Signals.SIGCHLD);
            LittleEndian.putInt(image, SiginfoLayout.SI_CODE, news.code());
            LittleEndian.putInt(image, SiginfoLayout.SI_PID, news.child().id());
            LittleEndian.putInt(image, SiginfoLayout.SI_UID, news.user());
            LittleEndian.putInt(image, SiginfoLayout.SI_STATUS, news.status());
        }
        return image;
    }
}
