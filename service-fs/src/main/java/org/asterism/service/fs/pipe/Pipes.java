package org.asterism.service.fs.pipe;

import java.util.concurrent.atomic.AtomicLong;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.Inode;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.file.HiddenFileSystem;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.Mount;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes pipes. */
@Component(service = Pipes.class)
public final class Pipes {
    private static final long PIPEFS_MAGIC = 0x50495045;

    private final Mount mount;
    private final AtomicLong lastNumber = new AtomicLong(1);

    /**
     * For the whole kernel.
     *
     * @param devices gives the device number that fstat(2) tells of pipes
     * @param clock for time stamps
     */
    @Activate
    public Pipes(@Reference AnonymousDevices devices, @Reference RealTimeClock clock) {
        mount = Mount.detached(new HiddenFileSystem("pipefs", PIPEFS_MAGIC, devices.next(), clock));
    }

    /**
     * Makes a pipe.
     *
     * @param credentials who owns it
     * @param flags O_NONBLOCK
     * @return the reading and the writing end, with one reference each
     */
    public Ends create(Credentials credentials, int flags) {
        long number = lastNumber.incrementAndGet();
        PipeInode inode = new PipeInode(mount, number, credentials);
        Location location = new Location(mount, Dentry.detached("pipe:[" + number + "]", inode));
        Pipe pipe = new Pipe();
        inode.setStreamState(pipe);
        PipeEnd reading = new PipeEnd(pipe, location, location, flags | OpenFlags.O_RDONLY);
        PipeEnd writing = null;
        try {
            writing = new PipeEnd(pipe, location, location, flags | OpenFlags.O_WRONLY);
            return new Ends(reading, writing);
        } catch (OutOfMemoryError exhausted) {
            reading.release();
            if (writing != null) {
                writing.release();
            }
            throw exhausted;
        }
    }

    /**
     * Both ends of a new pipe.
     *
     * @param reading the end to read from
     * @param writing the end to write to
     */
    public record Ends(PipeEnd reading, PipeEnd writing) {
    }

    /** Whether a place is that of a pipe, which has no name but those in {@code /proc}. */
    static boolean isAnonymous(Location location) {
        return location.inode() instanceof PipeInode;
    }

    static final class PipeInode extends Inode {
        PipeInode(Mount mount, long number, Credentials credentials) {
            super(mount.fileSystem(), number, FileMode.S_IFIFO | 0600, credentials.filesystemUser(),
                    credentials.filesystemGroup());
        }
    }
}
