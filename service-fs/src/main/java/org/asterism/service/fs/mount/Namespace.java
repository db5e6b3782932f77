package org.asterism.service.fs.mount;

import java.util.List;
import org.asterism.kernel.vfs.FileSystemType;
import org.osgi.service.component.annotations.Component;

/**
 * The mounts and file system types of the kernel, for file systems that show them. Filled once, when the root file system is
 * there.
 */
@Component(service = Namespace.class)
public final class Namespace {
    private volatile MountTable mounts;
    private volatile List<FileSystemType> types = List.of();

    /** Empty until {@link #fill}. */
    public Namespace() {
    }

    /**
     * Takes what there is.
     *
     * @param table all mounts
     * @param allTypes all types
     */
    public void fill(MountTable table, List<FileSystemType> allTypes) {
        mounts = table;
        types = allTypes;
    }

    /**
     * All mounts.
     *
     * @return null before the root file system is there
     */
    public MountTable mounts() {
        return mounts;
    }

    /**
     * All types.
     *
     * @return not to be changed
     */
    public List<FileSystemType> types() {
        return types;
    }
}
