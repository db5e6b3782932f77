package org.asterism.service.fs.file;

import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.vfs.Poller;
import org.asterism.service.fs.mount.Location;

/** What O_PATH opens: a place for the *at calls. System calls that do I/O refuse its flags with {@code EBADF}. */
public final class PlaceFile extends InodeFile {
    /**
     * Opens a place.
     *
     * @param location where
     * @param root where paths begin
     * @param flags with O_PATH
     */
    public PlaceFile(Location location, Location root, int flags) {
        super(location, root, flags);
    }

    @Override
    public int poll(Poller poller) {
        return PollEvents.POLLNVAL;
    }
}
