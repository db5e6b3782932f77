package org.asterism.service.fs.path;

import org.asterism.kernel.vfs.Inode;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.mount.Location;

/** From places to strings, as getcwd(2) and {@code /proc/PID/fd} tell them. */
public final class PathText {
    private static final String DELETED = " (deleted)";

    private PathText() {
    }

    /**
     * The absolute path of a place.
     *
     * @param place what to name
     * @param root where paths begin
     * @return null if the place is not below the root
     */
    public static String below(Location place, Location root) {
        StringBuilder reversed = new StringBuilder();
        Location at = place;
        while (!at.is(root)) {
            if (at.isMountRoot()) {
                at = at.mount().attachedTo();
                if (at == null) {
                    return null;
                }
                continue;
            }
            Dentry up = at.dentry().parent();
            if (up == null) {
                return null;
            }
            reversed.insert(0, at.dentry().name()).insert(0, '/');
            at = new Location(at.mount(), up);
        }
        return reversed.length() == 0 ? "/" : reversed.toString();
    }

    /**
     * The path of a place for people: whole whatever the root, marked if the name is gone.
     *
     * @param place what to name
     * @param root where paths begin, if the place is below it
     * @return never null
     */
    public static String describe(Location place, Location root) {
        Dentry dentry = place.dentry();
        if (dentry.parent() == null && place.mount().attachedTo() == null && !dentry.name().isEmpty()) {
            return dentry.name();
        }
        String path = below(place, root);
        if (path == null) {
            path = upwards(place);
        }
        Inode inode = place.inode();
        return dentry.isRemoved() || inode == null ? path + DELETED : path;
    }

    private static String upwards(Location place) {
        StringBuilder text = new StringBuilder();
        Location at = place;
        while (at != null) {
            Dentry up = at.dentry().parent();
            if (at.isMountRoot() || up == null) {
                at = at.mount().attachedTo();
                continue;
            }
            text.insert(0, at.dentry().name()).insert(0, '/');
            at = new Location(at.mount(), up);
        }
        return text.length() == 0 ? "/" : text.toString();
    }
}
