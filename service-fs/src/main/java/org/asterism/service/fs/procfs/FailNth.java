package org.asterism.service.fs.procfs;

import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.process.ThreadView;

/**
 * {@code fail-nth}: which allocation of a thread's system calls fails. Reading tells what is left to count; 0 means that it has failed, or
 * that none was set. Source: Linux, Documentation/fault-injection/fault-injection.rst.
 */
final class FailNth {
    private final ProcessView process;
    private final ThreadView thread;

    /** The knob of a thread, or of the first thread of a process where that is null. */
    FailNth(ProcessView process, ThreadView thread) {
        this.process = process;
        this.thread = thread;
    }

    ProcFile file(ProcFileSystem tree, long number, int owner, int group) {
        return new ProcFile(tree, number, 0644, owner, group, this::left, this::set);
    }

    private ThreadView thread() throws KernelException {
        if (thread != null) {
            return thread;
        }
        List<ThreadView> threads = process.threads();
        if (threads.isEmpty()) {
            throw KernelException.of(Errno.ESRCH);
        }
        return threads.get(0);
    }

    private byte[] left() throws KernelException {
        return new Text().add(thread().allocationToFail()).add('\n').bytes();
    }

    private void set(byte[] bytes) throws KernelException {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == 0)) {
            length--;
        }
        if (length == 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        long count = 0;
        for (int i = 0; i < length; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw KernelException.of(Errno.EINVAL);
            }
            count = count * 10 + digit;
            if (count > Integer.MAX_VALUE) {
                throw KernelException.of(Errno.ERANGE);
            }
        }
        thread().failAllocation((int) count);
    }
}
