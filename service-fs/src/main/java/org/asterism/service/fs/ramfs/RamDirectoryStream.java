package org.asterism.service.fs.ramfs;

import org.asterism.kernel.vfs.DirectorySink;
import org.asterism.kernel.vfs.DirectoryStream;

/**
 * Reads a directory from its newest entry to its oldest. The position after an entry follows from the entry's age alone, so
 * removals and additions in between do not disturb it; entries that are added later are not seen.
 */
final class RamDirectoryStream implements DirectoryStream {
    /** The position of an entry is this less its age; beyond any age, and below 2^47. */
    private static final long BASE = 1L << 46;

    private final RamDirectory directory;
    private RamEntry last;

    RamDirectoryStream(RamDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void read(long position, DirectorySink sink) {
        for (RamEntry entry = begin(position); entry != null; entry = entry.older) {
            long next = BASE - entry.age + 1;
            if (!sink.accept(entry.name, entry.inode.number(), entry.inode.mode(), next)) {
                return;
            }
            last = entry;
        }
    }

    private RamEntry begin(long position) {
        if (position <= FIRST) {
            return directory.newest();
        }
        long youngest = BASE - position;
        if (last != null && !last.isRemoved && last.age == youngest + 1) {
            return last.older;
        }
        RamEntry entry = directory.newest();
        while (entry != null && entry.age > youngest) {
            entry = entry.older;
        }
        return entry;
    }
}
