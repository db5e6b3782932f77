package org.asterism.service.fs.procfs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.vfs.DirectoryStream;
import org.asterism.kernel.vfs.Inode;

/** A directory with entries that are there from the beginning. */
class ProcDirectory extends Inode {
    private final Map<String, Inode> byName = new HashMap<>();
    private String[] names = new String[0];

    ProcDirectory(ProcFileSystem fileSystem, long number) {
        super(fileSystem, number, FileMode.S_IFDIR | 0555, 0, 0);
    }

    /** Adds an entry, replacing one of the same name; only while the file system is made. */
    final void add(String name, Inode inode) {
        if (byName.put(name, inode) == null) {
            names = Arrays.copyOf(names, names.length + 1);
            names[names.length - 1] = name;
        }
        if (inode.isDirectory()) {
            addLinks(1);
        }
    }

    @Override
    public Inode lookup(String name) throws KernelException {
        return byName.get(name);
    }

    /** Linux refuses new names in /proc with ENOENT. */
    @Override
    public Inode create(String name, int newMode, int user, int newGroup, int device) throws KernelException {
        throw KernelException.of(Errno.ENOENT);
    }

    @Override
    public DirectoryStream openDirectory() {
        return (position, sink) -> {
            for (int i = (int) (position - DirectoryStream.FIRST); i < names.length; i++) {
                Inode inode = byName.get(names[i]);
                if (!sink.accept(names[i], inode.number(), inode.mode(), DirectoryStream.FIRST + i + 1)) {
                    return;
                }
            }
        };
    }
}
