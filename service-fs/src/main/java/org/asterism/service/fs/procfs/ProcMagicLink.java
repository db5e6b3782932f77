package org.asterism.service.fs.procfs;

import org.asterism.kernel.KernelException;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.MagicLink;

/** A link that leads to a file itself. */
final class ProcMagicLink extends ProcLink implements MagicLink {
    private final Destination destination;

    ProcMagicLink(ProcFileSystem fileSystem, long number, int permissions, int owner, int group, LinkText text,
            Destination destination) {
        super(fileSystem, number, permissions, owner, group, text);
        this.destination = destination;
    }

    @Override
    public Location target() throws KernelException {
        return destination.find();
    }

    /** Finds where a link leads. */
    @FunctionalInterface
    interface Destination {
        Location find() throws KernelException;
    }
}
