package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.process.UserThread;

/** ResourceConstants.RLIMIT_FSIZE where a call sets a size at once. Source: getrlimit(2). */
final class FileSizeLimit {

    private FileSizeLimit() {
    }

    /** Refuses to grow a file past the caller's limit, with a signal. */
    static void check(UserThread thread, long oldSize, long newSize) throws KernelException {
        long limit = thread.process().softLimit(ResourceConstants.RLIMIT_FSIZE);
        if (limit >= 0 && newSize > oldSize && newSize > limit) {
            thread.signal(Signals.SIGXFSZ);
            throw KernelException.of(Errno.EFBIG);
        }
    }
}
