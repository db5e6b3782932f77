package org.asterism.host.shell;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.vfs.ProcEntry;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A file below {@code /proc} whose bundle may come and go. Path and permissions are those that the file system has seen first. */
final class ContributedEntry extends Contribution<ProcEntry> implements ProcEntry {
    private String path;
    private int mode;

    ContributedEntry(BundleContext context, ServiceReference<?> first) {
        super(context, first);
    }

    private synchronized void know() {
        ProcEntry entry = path == null ? current() : null;
        if (entry != null) {
            mode = entry.mode();
            path = entry.path();
        }
        if (path == null) {
            throw new IllegalStateException("the bundle of a file in /proc has gone before the file system was made");
        }
    }

    @Override
    public String path() {
        know();
        return path;
    }

    @Override
    public int mode() {
        know();
        return mode;
    }

    @Override
    public byte[] content() throws KernelException {
        return required().content();
    }

    @Override
    public void write(byte[] bytes) throws KernelException {
        required().write(bytes);
    }
}
