package org.asterism.service.fs.path;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.service.fs.mount.Location;

/** Root, working directory and umask of a process. Keeps the mounts of both places from being unmounted. */
public final class FilesystemView implements FilesystemContext {
    private static final int DEFAULT_UMASK = 022;

    private final AtomicInteger owners = new AtomicInteger(1);
    private volatile Location root;
    private volatile Location working;
    private volatile int umask;

    private FilesystemView(Location root, Location working, int umask) {
        this.root = root;
        this.working = working;
        this.umask = umask;
        root.retain();
        working.retain();
    }

    /**
     * A view of the first process.
     *
     * @param root the root of all, and the working directory
     * @return with one owner
     */
    public static FilesystemView of(Location root) {
        return new FilesystemView(root, root, DEFAULT_UMASK);
    }

    /**
     * Where absolute paths begin.
     *
     * @return never null
     */
    public Location root() {
        return root;
    }

    /**
     * Changes the root.
     *
     * @param place a directory
     */
    public void setRoot(Location place) {
        place.retain();
        Location old = root;
        root = place;
        old.release();
    }

    /**
     * Where relative paths begin.
     *
     * @return never null
     */
    public Location working() {
        return working;
    }

    /**
     * Changes the working directory.
     *
     * @param place a directory
     */
    public void setWorking(Location place) {
        place.retain();
        Location old = working;
        working = place;
        old.release();
    }

    /**
     * On whose behalf paths are walked.
     *
     * @param credentials whose rights count
     * @return with this root
     */
    public Caller caller(Credentials credentials) {
        return new Caller(root, credentials);
    }

    @Override
    public int umask() {
        return umask;
    }

    /**
     * Changes the umask.
     *
     * @param mask of which the permission bits count
     * @return the old one
     */
    public int setUmask(int mask) {
        int old = umask;
        umask = mask & 0777;
        return old;
    }

    @Override
    public FilesystemContext copy() {
        return new FilesystemView(root, working, umask);
    }

    @Override
    public void retain() {
        owners.incrementAndGet();
    }

    @Override
    public void release() {
        if (owners.decrementAndGet() == 0) {
            root.release();
            working.release();
        }
    }

    @Override
    public String workingDirectory() {
        return PathText.describe(working, root);
    }
}
