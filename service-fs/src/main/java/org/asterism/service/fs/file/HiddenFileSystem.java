package org.asterism.service.fs.file;

import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemStatistics;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.PageSize;

/** A file system for files without names, such as pipes: it is never mounted where someone could walk. */
public final class HiddenFileSystem extends FileSystem {
    private final String typeName;
    private final long magic;
    private final int device;
    private final RealTimeClock clock;
    private final Inode root;

    /**
     * A file system.
     *
     * @param typeName such as {@code pipefs}
     * @param magic as statfs(2) tells it
     * @param device its device number
     * @param clock for time stamps
     */
    public HiddenFileSystem(String typeName, long magic, int device, RealTimeClock clock) {
        this.typeName = typeName;
        this.magic = magic;
        this.device = device;
        this.clock = clock;
        this.root = new Root(this);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public Inode root() {
        return root;
    }

    @Override
    public int device() {
        return device;
    }

    @Override
    public FileSystemStatistics statistics() {
        return new FileSystemStatistics(magic, PageSize.BYTES, 0, 0, 0, 0);
    }

    @Override
    public long realTimeNanos() {
        return clock.realTimeNanos();
    }

    private static final class Root extends Inode {
        Root(HiddenFileSystem fileSystem) {
            super(fileSystem, 1, FileMode.S_IFDIR | 0500, 0, 0);
        }
    }
}
