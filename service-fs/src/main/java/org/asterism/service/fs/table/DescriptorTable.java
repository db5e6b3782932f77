package org.asterism.service.fs.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.ResourceConstants;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.Mutex;
import org.asterism.service.fs.file.CurrentThread;
import org.asterism.service.fs.lock.FileLocks;

/** The descriptors of a process. Slots are read without the lock; the array is replaced when it grows. */
public final class DescriptorTable implements FileTable {
    /** As on Linux, where select(2) and {@code FDSize} let programs see it. */
    private static final int FIRST_SIZE = 64;
    private static final int MOST = 1 << 20;

    private final Mutex lock = new Mutex();
    private final AtomicInteger owners = new AtomicInteger(1);
    private volatile OpenFile[] files;
    private boolean[] closeOnExec;

    /** An empty table with one owner. */
    public DescriptorTable() {
        files = new OpenFile[FIRST_SIZE];
        closeOnExec = new boolean[FIRST_SIZE];
    }

    private DescriptorTable(OpenFile[] files, boolean[] closeOnExec) {
        this.files = files;
        this.closeOnExec = closeOnExec;
    }

    @Override
    public OpenFile get(int descriptor) throws KernelException {
        OpenFile[] slots = files;
        OpenFile file = descriptor < 0 || descriptor >= slots.length ? null : slots[descriptor];
        if (file == null) {
            throw KernelException.of(Errno.EBADF);
        }
        return file;
    }

    @Override
    public OpenFile acquire(int descriptor) throws KernelException {
        while (true) {
            OpenFile file = get(descriptor);
            if (file.tryRetain()) {
                return file;
            }
        }
    }

    @Override
    public int add(OpenFile file, int lowest, boolean onExec) throws KernelException {
        boolean added = false;
        try (var held = lock.lock()) {
            int descriptor = free(lowest);
            makeRoom(descriptor);
            set(descriptor, file, onExec);
            added = true;
            return descriptor;
        } finally {
            if (!added) {
                file.release();
            }
        }
    }

    @Override
    public void prepare() throws KernelException {
        try (var held = lock.lock()) {
            makeRoom(free(0));
        }
    }

    /** The lowest free descriptor from one on. */
    private int free(int lowest) throws KernelException {
        int descriptor = lowest;
        while (descriptor < files.length && files[descriptor] != null) {
            descriptor++;
        }
        if (descriptor >= limit()) {
            throw KernelException.of(Errno.EMFILE);
        }
        return descriptor;
    }

    /**
     * Puts a file at a descriptor, closing what was there, as dup3(2).
     *
     * @param file its reference passes to the table
     * @param descriptor where
     * @param onExec whether execve(2) closes it
     * @throws KernelException {@code EBADF} if the number is too large; the file is released
     */
    public void replace(OpenFile file, int descriptor, boolean onExec) throws KernelException {
        if (descriptor < 0 || descriptor >= limit()) {
            file.release();
            throw KernelException.of(Errno.EBADF);
        }
        OpenFile old;
        boolean replaced = false;
        try (var held = lock.lock()) {
            makeRoom(descriptor);
            old = files[descriptor];
            set(descriptor, file, onExec);
            replaced = true;
        } finally {
            if (!replaced) {
                file.release();
            }
        }
        if (old != null) {
            end(old);
        }
    }

    private void makeRoom(int descriptor) {
        if (descriptor >= files.length) {
            int size = files.length * 2;
            while (size <= descriptor) {
                size *= 2;
            }
            boolean[] marks = Arrays.copyOf(closeOnExec, size);
            files = Arrays.copyOf(files, size);
            closeOnExec = marks;
        }
    }

    private void set(int descriptor, OpenFile file, boolean onExec) {
        closeOnExec[descriptor] = onExec;
        files[descriptor] = file;
    }

    private static int limit() {
        UserThread thread = CurrentThread.get();
        long limit = thread == null ? -1 : thread.process().softLimit(ResourceConstants.RLIMIT_NOFILE);
        return limit < 0 || limit > MOST ? MOST : (int) limit;
    }

    /**
     * Tells the soft limit of descriptors of the caller.
     *
     * @return one more than the largest descriptor
     */
    public static int currentLimit() {
        return limit();
    }

    @Override
    public void close(int descriptor) throws KernelException {
        OpenFile file;
        try (var held = lock.lock()) {
            file = get(descriptor);
            files[descriptor] = null;
            closeOnExec[descriptor] = false;
        }
        end(file);
    }

    /**
     * Closes a range of descriptors, or marks it to be closed by execve(2).
     *
     * @param first the first
     * @param last the last, may be past the end
     * @param markOnly whether to mark
     */
    public void closeRange(int first, int last, boolean markOnly) {
        int end = Math.min(last, files.length - 1);
        for (int descriptor = first; descriptor <= end; descriptor++) {
            OpenFile file;
            try (var held = lock.lock()) {
                file = files[descriptor];
                if (file == null || markOnly) {
                    closeOnExec[descriptor] = file != null;
                    continue;
                }
                files[descriptor] = null;
            }
            end(file);
        }
    }

    /**
     * Reads the close-on-exec flag.
     *
     * @param descriptor a file descriptor
     * @return whether execve(2) closes it
     * @throws KernelException {@code EBADF}
     */
    public boolean isCloseOnExec(int descriptor) throws KernelException {
        try (var held = lock.lock()) {
            get(descriptor);
            return closeOnExec[descriptor];
        }
    }

    /**
     * Sets the close-on-exec flag.
     *
     * @param descriptor a file descriptor
     * @param onExec whether execve(2) closes it
     * @throws KernelException {@code EBADF}
     */
    public void setCloseOnExec(int descriptor, boolean onExec) throws KernelException {
        try (var held = lock.lock()) {
            get(descriptor);
            closeOnExec[descriptor] = onExec;
        }
    }

    @Override
    public void closeForExec() {
        for (int descriptor = 0; descriptor < files.length; descriptor++) {
            OpenFile file;
            try (var held = lock.lock()) {
                if (!closeOnExec[descriptor]) {
                    continue;
                }
                file = files[descriptor];
                files[descriptor] = null;
                closeOnExec[descriptor] = false;
            }
            if (file != null) {
                end(file);
            }
        }
    }

    @Override
    public FileTable copy() {
        try (var held = lock.lock()) {
            int size = sizeInUse();
            DescriptorTable copy = new DescriptorTable(Arrays.copyOf(files, size), Arrays.copyOf(closeOnExec, size));
            for (OpenFile file : copy.files) {
                if (file != null) {
                    file.retain();
                }
            }
            return copy;
        }
    }

    /** The size a table needs for what is open now: many descriptors that a parent once had cost its children nothing. */
    private int sizeInUse() {
        int highest = files.length - 1;
        while (highest >= FIRST_SIZE && files[highest] == null) {
            highest--;
        }
        int size = FIRST_SIZE;
        while (size <= highest) {
            size *= 2;
        }
        return size;
    }

    @Override
    public void retain() {
        owners.incrementAndGet();
    }

    @Override
    public void release() {
        if (owners.decrementAndGet() > 0) {
            return;
        }
        closeRange(0, Integer.MAX_VALUE, false);
    }

    @Override
    public List<Integer> descriptors() {
        List<Integer> used = new ArrayList<>();
        OpenFile[] slots = files;
        for (int descriptor = 0; descriptor < slots.length; descriptor++) {
            if (slots[descriptor] != null) {
                used.add(descriptor);
            }
        }
        return used;
    }

    /**
     * Counts slots, as {@code FDSize} in {@code /proc/PID/status}.
     *
     * @return slots, used or not
     */
    public int capacity() {
        return files.length;
    }

    /** Closing any descriptor of a file gives up all of the process's record locks on it. Source: fcntl(2). */
    private void end(OpenFile file) {
        try (var assured = Allocation.assured()) {
            FileLocks.closed(file, this);
            file.release();
        }
    }
}
