package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.memory.MappedViews;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;

/**
 * A file without its names: attributes, and data or entries. File systems extend it; defaults answer as Linux does for types
 * that lack an operation.
 *
 * <p>Names are strings of characters from 1 to 255, one for each byte; {@code .} and {@code ..} never reach an inode. Callers
 * have checked permissions and read-only mounts. Methods marked <em>locked</em> are called with {@link #lock()} of this
 * directory or file held (two directories: by ascending inode number; a directory before what it holds).
 *
 * <p>Users are counted ({@link #retain}): when neither links nor users are left, {@link #unused} gives the data back.
 */
public abstract class Inode {
    private final FileSystem fileSystem;
    private final long number;
    private final Mutex lock = new Mutex();
    private final java.util.concurrent.atomic.AtomicInteger users = new java.util.concurrent.atomic.AtomicInteger();
    private volatile int mode;
    private volatile int owner;
    private volatile int group;
    private volatile int links = 1;
    private volatile long accessNanos;
    private volatile long modifyNanos;
    private volatile long changeNanos;
    private volatile Object streamState;
    private volatile Object lockState;

    /**
     * An inode with one link, or two for a directory.
     *
     * @param fileSystem where it lives
     * @param number unique in the file system
     * @param mode type and permissions
     * @param owner user id
     * @param group group id
     */
    protected Inode(FileSystem fileSystem, long number, int mode, int owner, int group) {
        this.fileSystem = fileSystem;
        this.number = number;
        this.mode = mode;
        this.owner = owner;
        this.group = group;
        if ((mode & FileMode.S_IFMT) == FileMode.S_IFDIR) {
            links = 2;
        }
        long now = fileSystem.realTimeNanos();
        accessNanos = now;
        modifyNanos = now;
        changeNanos = now;
    }

    /**
     * The file system.
     *
     * @return never null
     */
    public final FileSystem fileSystem() {
        return fileSystem;
    }

    /**
     * The inode number.
     *
     * @return unique in the file system
     */
    public final long number() {
        return number;
    }

    /**
     * Guards entries of a directory and data of a file.
     *
     * @return always the same lock
     */
    public final Mutex lock() {
        return lock;
    }

    /**
     * Type and permissions.
     *
     * @return as {@code st_mode}
     */
    public final int mode() {
        return mode;
    }

    /**
     * The type.
     *
     * @return S_IFREG, S_IFDIR …
     */
    public final int type() {
        return mode & FileMode.S_IFMT;
    }

    /**
     * Tells whether it is a directory.
     *
     * @return whether entries can be looked up
     */
    public final boolean isDirectory() {
        return type() == FileMode.S_IFDIR;
    }

    /**
     * Tells whether it is a symbolic link.
     *
     * @return whether {@link #readLink} works
     */
    public final boolean isSymbolicLink() {
        return type() == FileMode.S_IFLNK;
    }

    /**
     * Tells whether it is a regular file.
     *
     * @return whether it has data at positions
     */
    public final boolean isRegular() {
        return type() == FileMode.S_IFREG;
    }

    /**
     * The owner.
     *
     * @return a user id
     */
    public final int owner() {
        return owner;
    }

    /**
     * The group.
     *
     * @return a group id
     */
    public final int group() {
        return group;
    }

    /**
     * Names that refer to this.
     *
     * @return hard links
     */
    public final int links() {
        return links;
    }

    /**
     * The last read.
     *
     * @return nanoseconds since 1970
     */
    public final long accessNanos() {
        return accessNanos;
    }

    /**
     * The last change of data or entries.
     *
     * @return nanoseconds since 1970
     */
    public final long modifyNanos() {
        return modifyNanos;
    }

    /**
     * The last change of anything.
     *
     * @return nanoseconds since 1970
     */
    public final long changeNanos() {
        return changeNanos;
    }

    /**
     * The size.
     *
     * @return bytes
     */
    public long size() {
        return 0;
    }

    /**
     * Space taken.
     *
     * @return bytes
     */
    public long allocatedBytes() {
        return 0;
    }

    /**
     * The device of a special file.
     *
     * @return as {@link org.asterism.kernel.abi.DeviceNumber}; 0 for others
     */
    public int device() {
        return 0;
    }

    /**
     * Changes permissions. Locked.
     *
     * @param permissions without the type
     * @throws KernelException {@code EPERM} where they are fixed
     */
    public void setPermissions(int permissions) throws KernelException {
        mode = mode & FileMode.S_IFMT | permissions & FileMode.PERMISSIONS;
        touchChange();
    }

    /**
     * Changes the owner. Locked.
     *
     * @param user a user id, −1 to leave it
     * @param newGroup a group id, −1 to leave it
     * @throws KernelException {@code EPERM} where they are fixed
     */
    public void setOwner(int user, int newGroup) throws KernelException {
        if (user != -1) {
            owner = user;
        }
        if (newGroup != -1) {
            group = newGroup;
        }
        touchChange();
    }

    /**
     * Changes the times of access and modification. Locked.
     *
     * @param access nanoseconds since 1970
     * @param modify nanoseconds since 1970
     * @throws KernelException {@code EPERM} where they are fixed
     */
    public void setTimes(long access, long modify) throws KernelException {
        accessNanos = access;
        modifyNanos = modify;
        touchChange();
    }

    /** Notes a read. */
    public final void touchAccess() {
        accessNanos = fileSystem.realTimeNanos();
    }

    /** Notes a change of data or entries. */
    public final void touchModify() {
        long now = fileSystem.realTimeNanos();
        modifyNanos = now;
        changeNanos = now;
    }

    /** Notes a change of attributes. */
    public final void touchChange() {
        changeNanos = fileSystem.realTimeNanos();
    }

    /**
     * Changes the count of links.
     *
     * @param difference what to add
     */
    protected final void addLinks(int difference) {
        links += difference;
        if (links <= 0 && users.get() == 0) {
            end();
        }
    }

    /** Adds a user: an open file or a mapping. */
    public final void retain() {
        users.incrementAndGet();
    }

    /** Drops a user. */
    public final void release() {
        if (users.decrementAndGet() == 0 && links <= 0) {
            end();
        }
    }

    private void end() {
        long before = Answers.locks();
        try {
            unused();
        } catch (OutOfMemoryError exhausted) {
            throw exhausted;
        } catch (RuntimeException | Error failure) {
            Answers.contain(before, this, failure);
        }
    }

    /** Neither links nor users are left. May be called more than once. */
    protected void unused() {
    }

    /**
     * What the file system service keeps of a FIFO that is open.
     *
     * @return null until it was set
     */
    public final Object streamState() {
        return streamState;
    }

    /**
     * Keeps the state of a FIFO. Locked.
     *
     * @param state null for none
     */
    public final void setStreamState(Object state) {
        streamState = state;
    }

    /**
     * What the file system service keeps of file locks.
     *
     * @return null until it was set
     */
    public final Object lockState() {
        return lockState;
    }

    /**
     * Keeps file locks. Locked.
     *
     * @param state null for none
     */
    public final void setLockState(Object state) {
        lockState = state;
    }

    /**
     * Finds an entry. Locked.
     *
     * @param name of an entry
     * @return null if there is none
     * @throws KernelException {@code ENOTDIR} …
     */
    public Inode lookup(String name) throws KernelException {
        throw KernelException.of(Errno.ENOTDIR);
    }

    /**
     * Tells whether the results of {@link #lookup} hold until an operation on this inode changes them.
     *
     * @return false if entries come and go by themselves
     */
    public boolean cachesLookups() {
        return true;
    }

    /**
     * Tells whether a name that {@link #lookup} has found free stays so until an operation on this inode takes it.
     *
     * @return false if entries come by themselves
     */
    public boolean cachesAbsence() {
        return cachesLookups();
    }

    /**
     * Makes a file, directory or special file. Locked; the name is free.
     *
     * @param name of the new entry
     * @param newMode type and permissions, the umask applied
     * @param user its owner
     * @param newGroup its group
     * @param device of a special file
     * @return the new inode
     * @throws KernelException {@code EPERM} where nothing can be made, {@code ENOSPC}
     */
    public Inode create(String name, int newMode, int user, int newGroup, int device) throws KernelException {
        throw KernelException.of(Errno.EPERM);
    }

    /**
     * Makes a file without a name. Locked.
     *
     * @param newMode type and permissions, the umask applied
     * @param user its owner
     * @param newGroup its group
     * @return the new inode, without links and with one user: the caller
     * @throws KernelException {@code EOPNOTSUPP}
     */
    public Inode createUnnamed(int newMode, int user, int newGroup) throws KernelException {
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /**
     * Makes a symbolic link. Locked; the name is free.
     *
     * @param name of the new entry
     * @param target what it holds
     * @param user its owner
     * @param newGroup its group
     * @return the new inode
     * @throws KernelException {@code EPERM}, {@code ENOSPC}
     */
    public Inode createSymbolicLink(String name, String target, int user, int newGroup) throws KernelException {
        throw KernelException.of(Errno.EPERM);
    }

    /**
     * Adds a name to a file. Locked; the name is free.
     *
     * @param name of the new entry
     * @param target of this file system, no directory
     * @throws KernelException {@code EPERM}, {@code EMLINK}, {@code ENOSPC}
     */
    public void link(String name, Inode target) throws KernelException {
        throw KernelException.of(Errno.EPERM);
    }

    /**
     * Removes a name of something that is no directory. Locked.
     *
     * @param name of the entry
     * @param target what it refers to
     * @throws KernelException {@code EPERM}
     */
    public void unlink(String name, Inode target) throws KernelException {
        throw KernelException.of(Errno.EPERM);
    }

    /**
     * Removes a directory. Locked, the removed one too.
     *
     * @param name of the entry
     * @param target what it refers to
     * @throws KernelException {@code ENOTEMPTY}, {@code EPERM}
     */
    public void removeDirectory(String name, Inode target) throws KernelException {
        throw KernelException.of(Errno.EPERM);
    }

    /**
     * Moves an entry. Locked, the other directory too. The caller has checked that a directory does not move into itself and that types
     * of a replaced entry fit.
     *
     * @param name of the entry here
     * @param moved what it refers to
     * @param directory where it goes, of this file system; may be this
     * @param newName its new name
     * @param replaced what has the new name, null if it is free
     * @throws KernelException {@code ENOTEMPTY}, {@code EPERM}, {@code ENOSPC}
     */
    public void rename(String name, Inode moved, Inode directory, String newName, Inode replaced)
            throws KernelException {
        throw KernelException.of(Errno.EPERM);
    }

    /**
     * Exchanges two entries. Locked, the other directory too.
     *
     * @param name of the entry here
     * @param one what it refers to
     * @param directory of this file system; may be this
     * @param otherName of the entry there
     * @param other what it refers to
     * @throws KernelException {@code EINVAL} where it is not possible
     */
    public void exchange(String name, Inode one, Inode directory, String otherName, Inode other) throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /**
     * Opens the entries for reading.
     *
     * @return a stream at the start
     * @throws KernelException {@code ENOTDIR}
     */
    public DirectoryStream openDirectory() throws KernelException {
        throw KernelException.of(Errno.ENOTDIR);
    }

    /**
     * Reads a symbolic link.
     *
     * @return its target
     * @throws KernelException {@code EINVAL} if it is none
     */
    public String readLink() throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /**
     * Opens a file that has its own open files: a device, a FIFO. The caller has checked permissions.
     *
     * @param path by which it is opened, absolute
     * @param flags as open(2)
     * @return null if the ordinary open file for data at positions does
     * @throws KernelException as open(2)
     */
    public OpenFile open(String path, int flags) throws KernelException {
        return null;
    }

    /**
     * Reads data.
     *
     * @param position the first byte
     * @param into destination
     * @return bytes read, 0 at the end
     * @throws KernelException {@code EFAULT} if nothing could be stored, {@code EINVAL} if it has no data
     */
    public long readAt(long position, MemoryWriter into) throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /**
     * Writes data. Locked.
     *
     * @param position the first byte
     * @param from source
     * @return bytes written
     * @throws KernelException {@code EFAULT} if nothing could be loaded, {@code ENOSPC}, {@code EFBIG}, {@code EINVAL}
     */
    public long writeAt(long position, MemoryReader from) throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /**
     * Changes the size. Locked.
     *
     * @param size bytes
     * @throws KernelException {@code EFBIG}, {@code EINVAL}
     */
    public void truncate(long size) throws KernelException {
        throw KernelException.of(Errno.EINVAL);
    }

    /**
     * Reserves, frees or zeroes space. Locked.
     *
     * @param flags as fallocate(2)
     * @param position the first byte
     * @param length bytes
     * @throws KernelException {@code EOPNOTSUPP}, {@code ENOSPC}
     */
    public void allocate(int flags, long position, long length) throws KernelException {
        throw KernelException.of(Errno.EOPNOTSUPP);
    }

    /**
     * Finds data or a hole.
     *
     * @param position where to begin, below the size
     * @param data whether to look for data, else for a hole
     * @return the position; −1 if there is none before the end
     */
    public long seekExtent(long position, boolean data) {
        return data ? position : size();
    }

    /**
     * The pages, for mapping.
     *
     * @return null if it cannot be mapped
     */
    public FrameTable pages() {
        return null;
    }

    /**
     * Who maps the pages.
     *
     * @return always the same object; null if it cannot be mapped or never shrinks
     */
    public MappedViews mappedViews() {
        return null;
    }
}
