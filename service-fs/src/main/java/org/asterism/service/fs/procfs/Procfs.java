package org.asterism.service.fs.procfs;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.process.ProcessDirectory;
import org.asterism.kernel.process.SystemIdentity;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.FileSystem;
import org.asterism.kernel.vfs.FileSystemType;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.asterism.service.fs.mount.Namespace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The type {@code proc}: one tree, however often it is mounted. */
@Component(service = FileSystemType.class)
public final class Procfs implements FileSystemType {
    private final ProcFileSystem tree;

    /**
     * Makes the tree.
     *
     * @param numbers gives the device number
     * @param clock for time stamps and the boot time
     * @param namespace mounts and types
     * @param processes all processes
     * @param identity names of the system
     * @param contributed further files
     */
    @Activate
    public Procfs(@Reference AnonymousDevices numbers, @Reference RealTimeClock clock, @Reference Namespace namespace,
            @Reference ProcessDirectory processes, @Reference SystemIdentity identity,
            @Reference List<ProcEntry> contributed) {
        List<ProcEntry> entries = new ArrayList<>();
        new SystemFiles(processes, namespace, clock).addTo(entries);
        new SettingFiles(identity).addTo(entries);
        entries.addAll(contributed);
        tree = new ProcFileSystem(numbers.next(), clock, namespace, processes, entries);
    }

    @Override
    public String name() {
        return "proc";
    }

    @Override
    public FileSystem open(String source, String options) {
        return tree;
    }
}
