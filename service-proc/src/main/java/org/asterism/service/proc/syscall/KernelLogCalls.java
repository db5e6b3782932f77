package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.UserMemory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The kernel log for dmesg(1). */
@Component(service = SyscallProvider.class)
public final class KernelLogCalls implements SyscallProvider {
    private static final int ACTION_CLOSE = 0;
    private static final int ACTION_OPEN = 1;
    private static final int ACTION_READ_ALL = 3;
    private static final int ACTION_CONSOLE_OFF = 6;
    private static final int ACTION_CONSOLE_ON = 7;
    private static final int ACTION_CONSOLE_LEVEL = 8;
    private static final int ACTION_SIZE_BUFFER = 10;
    private static final int MOST_LEVEL = 8;
    private static final int LOG_BYTES = 16 << 10;

    /** Decodes for the log. */
    @Activate
    public KernelLogCalls() {
    }

    /**
     * syslog(2).
     *
     * @param thread the caller
     * @param action what to do
     * @param buffer where to store the log
     * @param length bytes of {@code buffer}, or a console level
     * @return bytes stored, or 0
     * @throws KernelException {@code EINVAL}, {@code EFAULT}, {@code EPERM}
     */
    @Syscall(value = "syslog", partial = "reading line by line and clearing are refused")
    public long log(UserThread thread, int action, long buffer, int length) throws KernelException {
        if (action != ACTION_READ_ALL && action != ACTION_SIZE_BUFFER && thread.credentials().effectiveUser() != 0) {
            throw KernelException.of(Errno.EPERM);
        }
        return switch (action) {
            case ACTION_CLOSE, ACTION_OPEN -> 0;
            case ACTION_READ_ALL -> read(buffer, length);
            case ACTION_CONSOLE_OFF -> setLevel(1);
            case ACTION_CONSOLE_ON -> setLevel(MOST_LEVEL);
            case ACTION_CONSOLE_LEVEL -> setLevel(length);
            case ACTION_SIZE_BUFFER -> LOG_BYTES;
            default -> throw KernelException.of(Errno.EINVAL);
        };
    }

    private static long read(long buffer, int length) throws KernelException {
        if (buffer == 0 || length < 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] bytes = new byte[Math.min(length, LOG_BYTES)];
        int count = Log.read(bytes);
        if (UserMemory.write(buffer, bytes, 0, count) < count) {
            throw KernelException.of(Errno.EFAULT);
        }
        return count;
    }

    private static long setLevel(int level) throws KernelException {
        if (level < 1 || level > MOST_LEVEL) {
            throw KernelException.of(Errno.EINVAL);
        }
        // Linux shows what is below the level; the log's own level is inclusive
        Log.setConsoleLevel(level - 1);
        return 0;
    }
}
