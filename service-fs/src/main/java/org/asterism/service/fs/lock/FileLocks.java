package org.asterism.service.fs.lock;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitQueue;

/** The locks on one inode: record locks in one list, flock(2) locks in another; the two kinds do not see each other. */
public final class FileLocks {
    private final Mutex guard = new Mutex();
    private final WaitQueue changed = new WaitQueue();
    private volatile List<RecordLock> records = new ArrayList<>();
    private volatile List<RecordLock> whole = new ArrayList<>();

    private FileLocks() {
    }

    /**
     * The locks of an inode.
     *
     * @param inode any inode
     * @return made if there were none
     */
    public static FileLocks of(Inode inode) {
        if (inode.lockState() instanceof FileLocks known) {
            return known;
        }
        try (var held = inode.lock().lock()) {
            if (inode.lockState() instanceof FileLocks known) {
                return known;
            }
            FileLocks made = new FileLocks();
            inode.setLockState(made);
            return made;
        }
    }

    /**
     * A table closed a descriptor of a file: its record locks on the file end.
     *
     * @param file which was closed
     * @param table the owner
     */
    public static void closed(OpenFile file, Object table) {
        Inode inode = file.inode();
        if (inode != null && inode.lockState() instanceof FileLocks locks) {
            locks.release(table, 0, Long.MAX_VALUE);
        }
    }

    /**
     * The last descriptor of an open file is gone: its locks end.
     *
     * @param file which is closed
     * @param inode its inode
     */
    public static void ended(OpenFile file, Inode inode) {
        if (inode.lockState() instanceof FileLocks locks) {
            locks.release(file, 0, Long.MAX_VALUE);
            locks.unlockWhole(file);
        }
    }

    /**
     * Finds a record lock that keeps another from being set.
     *
     * @param wanted the other
     * @return null if there is none
     */
    public RecordLock conflict(RecordLock wanted) {
        return conflict(records, wanted);
    }

    /**
     * Sets a record lock, replacing what its owner has there.
     *
     * @param thread who waits; null not to wait
     * @param wanted the lock
     * @throws KernelException {@code EAGAIN}, {@code ERESTARTSYS}
     */
    public void acquire(UserThread thread, RecordLock wanted) throws KernelException {
        while (true) {
            try (var held = guard.lock()) {
                if (conflict(records, wanted) == null) {
                    List<RecordLock> left = without(wanted.owner(), wanted.start(), wanted.end());
                    left.add(wanted);
                    records = left;
                    break;
                }
            }
            waitFor(thread, () -> conflict(records, wanted) == null);
        }
        changed.wakeAll();
    }

    /**
     * Gives record locks up.
     *
     * @param owner whose
     * @param start the first byte
     * @param end the last byte
     */
    public void release(Object owner, long start, long end) {
        try (var held = guard.lock()) {
            if (records.isEmpty()) {
                return;
            }
            records = without(owner, start, end);
        }
        changed.wakeAll();
    }

    /**
     * Sets a lock on the whole file, as flock(2).
     *
     * @param thread who waits; null not to wait
     * @param owner the open file
     * @param exclusive whether it excludes shared locks, too
     * @throws KernelException {@code EAGAIN}, {@code ERESTARTSYS}
     */
    public void lockWhole(UserThread thread, OpenFile owner, boolean exclusive) throws KernelException {
        RecordLock wanted = new RecordLock(owner, -1, 0, Long.MAX_VALUE, exclusive);
        while (true) {
            try (var held = guard.lock()) {
                if (conflict(whole, wanted) == null) {
                    List<RecordLock> left = withoutOwner(owner);
                    left.add(wanted);
                    whole = left;
                    break;
                }
            }
            waitFor(thread, () -> conflict(whole, wanted) == null);
        }
        changed.wakeAll();
    }

    /**
     * Gives a lock on the whole file up.
     *
     * @param owner the open file
     */
    public void unlockWhole(OpenFile owner) {
        try (var held = guard.lock()) {
            whole = withoutOwner(owner);
        }
        changed.wakeAll();
    }

    private void waitFor(UserThread thread, org.asterism.ostd.sync.WaitCondition condition) throws KernelException {
        if (thread == null) {
            throw KernelException.of(Errno.EAGAIN);
        }
        thread.await(changed, condition);
    }

    /** Asked by wait conditions too, so it walks without an iterator. */
    private static RecordLock conflict(List<RecordLock> locks, RecordLock wanted) {
        for (int i = 0; i < locks.size(); i++) {
            if (locks.get(i).conflictsWith(wanted)) {
                return locks.get(i);
            }
        }
        return null;
    }

    private List<RecordLock> without(Object owner, long start, long end) {
        List<RecordLock> left = new ArrayList<>();
        for (RecordLock lock : records) {
            if (lock.owner() != owner || lock.end() < start || lock.start() > end) {
                left.add(lock);
                continue;
            }
            if (lock.start() < start) {
                left.add(lock.within(lock.start(), start - 1));
            }
            if (lock.end() > end) {
                left.add(lock.within(end + 1, lock.end()));
            }
        }
        return left;
    }

    private List<RecordLock> withoutOwner(OpenFile owner) {
        List<RecordLock> left = new ArrayList<>();
        for (RecordLock lock : whole) {
            if (lock.owner() != owner) {
                left.add(lock);
            }
        }
        return left;
    }
}
