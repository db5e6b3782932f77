package org.asterism.service.fs.procfs;

import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.vfs.Answers;
import org.asterism.service.fs.dentry.Dentry;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.mount.Mount;
import org.asterism.service.fs.mount.Namespace;
import org.asterism.service.fs.path.FilesystemView;
import org.asterism.service.fs.path.PathText;

/** {@code /proc/PID/mounts} and {@code mountinfo}: the mounts below the process's root. */
final class MountText {
    private final Namespace namespace;
    private final ProcessView process;

    MountText(Namespace namespace, ProcessView process) {
        this.namespace = namespace;
        this.process = process;
    }

    byte[] mounts() {
        Text text = new Text();
        for (Mount mount : namespace.mounts().all()) {
            String place = place(mount);
            if (place != null) {
                text.escaped(mount.source()).add(' ').escaped(place).add(' ').add(mount.typeName()).add(' ');
                text.add(access(mount)).add(flags(mount)).add(Answers.options(mount.fileSystem())).add(" 0 0\n");
            }
        }
        return text.bytes();
    }

    byte[] mountInfo() {
        Text text = new Text();
        for (Mount mount : namespace.mounts().all()) {
            String place = place(mount);
            if (place == null) {
                continue;
            }
            int device = mount.fileSystem().device();
            int parent = mount.attachedTo() == null ? mount.id() : mount.attachedTo().mount().id();
            text.add(mount.id()).add(' ').add(parent).add(' ').add(DeviceNumber.major(device)).add(':')
                    .add(DeviceNumber.minor(device)).add(' ').escaped(pathInFileSystem(mount)).add(' ').escaped(place)
                    .add(' ').add(access(mount)).add(flags(mount)).add(" - ").add(mount.typeName()).add(' ')
                    .escaped(mount.source()).add(' ').add(access(mount)).add(Answers.options(mount.fileSystem())).add('\n');
        }
        return text.bytes();
    }

    private String place(Mount mount) {
        Location root = process.filesystem() instanceof FilesystemView view ? view.root() : namespace.mounts().root();
        Location at = new Location(mount, mount.root());
        return PathText.below(at, root);
    }

    private static String pathInFileSystem(Mount mount) {
        StringBuilder path = new StringBuilder();
        for (Dentry at = mount.root(); at.parent() != null; at = at.parent()) {
            path.insert(0, at.name()).insert(0, '/');
        }
        return path.length() == 0 ? "/" : path.toString();
    }

    private static String access(Mount mount) {
        return mount.has(MountFlags.MS_RDONLY) ? "ro" : "rw";
    }

    private static String flags(Mount mount) {
        StringBuilder shown = new StringBuilder();
        add(shown, mount, MountFlags.MS_SYNCHRONOUS, ",sync");
        add(shown, mount, MountFlags.MS_DIRSYNC, ",dirsync");
        add(shown, mount, MountFlags.MS_NOSUID, ",nosuid");
        add(shown, mount, MountFlags.MS_NODEV, ",nodev");
        add(shown, mount, MountFlags.MS_NOEXEC, ",noexec");
        add(shown, mount, MountFlags.MS_NOATIME, ",noatime");
        add(shown, mount, MountFlags.MS_NODIRATIME, ",nodiratime");
        add(shown, mount, MountFlags.MS_RELATIME, ",relatime");
        return shown.toString();
    }

    private static void add(StringBuilder shown, Mount mount, int flag, String name) {
        if (mount.has(flag)) {
            shown.append(name);
        }
    }
}
