package org.asterism.service.fs.ramfs;

import java.util.concurrent.atomic.AtomicLong;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemStatistics;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.PageSize;

/** A tree in memory, with limits on pages and inodes. */
public class RamFileSystem extends FileSystem {
    /** TMPFS_MAGIC of statfs(2). */
    public static final long MAGIC = 0x01021994;

    private final String typeName;
    private final int device;
    private final RealTimeClock clock;
    private final AtomicLong usedPages = new AtomicLong();
    private final AtomicLong usedInodes = new AtomicLong();
    private final AtomicLong lastNumber = new AtomicLong();
    private final RamDirectory root;
    private volatile RamOptions options;

    /**
     * An empty tree.
     *
     * @param typeName as {@code /proc/mounts} shows it
     * @param device its device number
     * @param clock for time stamps
     * @param given options of mount(2), separated by commas
     * @throws KernelException {@code EINVAL}
     */
    public RamFileSystem(String typeName, int device, RealTimeClock clock, String given) throws KernelException {
        this.typeName = typeName;
        this.device = device;
        this.clock = clock;
        this.options = RamOptions.defaults().with(given);
        root = new RamDirectory(this, FileMode.S_IFDIR | options.mode(), options.owner(), options.group());
        usedInodes.incrementAndGet();
    }

    /**
     * Tells whether names are taken by system calls only.
     *
     * @return false if the kernel itself adds entries while it is mounted
     */
    protected boolean isChangedByUsersOnly() {
        return true;
    }

    @Override
    public final String typeName() {
        return typeName;
    }

    @Override
    public final Inode root() {
        return root;
    }

    @Override
    public final int device() {
        return device;
    }

    @Override
    public final long realTimeNanos() {
        return clock.realTimeNanos();
    }

    @Override
    public final FileSystemStatistics statistics() {
        RamOptions limits = options;
        return new FileSystemStatistics(MAGIC, PageSize.BYTES, limits.pages(),
                Math.max(0, limits.pages() - usedPages.get()), limits.inodes(),
                Math.max(0, limits.inodes() - usedInodes.get()));
    }

    @Override
    public final String options() {
        return options.given();
    }

    @Override
    public final void reconfigure(String changed) throws KernelException {
        RamOptions next = options.with(changed);
        boolean tooSmall = next.pages() != 0 && next.pages() < usedPages.get()
                || next.inodes() != 0 && next.inodes() < usedInodes.get();
        if (tooSmall) {
            throw KernelException.of(Errno.EINVAL);
        }
        options = next;
    }

    @Override
    public void unmounted() {
        root.dropTree();
    }

    /** Pages that may still be added; a large number without a limit. */
    long freePages() {
        long limit = options.pages();
        return limit == 0 ? Long.MAX_VALUE : Math.max(0, limit - usedPages.get());
    }

    /** Notes that files hold more or fewer pages. */
    void addPages(long difference) {
        usedPages.addAndGet(difference);
    }

    /** Counts a new inode; {@code ENOSPC} at the limit. */
    void addInode() throws KernelException {
        long limit = options.inodes();
        if (usedInodes.incrementAndGet() > limit && limit != 0) {
            usedInodes.decrementAndGet();
            throw KernelException.of(Errno.ENOSPC);
        }
    }

    void dropInode() {
        usedInodes.decrementAndGet();
    }

    long nextNumber() {
        return lastNumber.incrementAndGet();
    }
}
