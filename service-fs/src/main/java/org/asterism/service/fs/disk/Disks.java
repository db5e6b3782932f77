package org.asterism.service.fs.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockDevices;
import org.asterism.kernel.block.BlockGeometry;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.sync.Mutex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Names and numbers disks in the order in which drivers bring them: {@code vda}, {@code vdb} … Each kind of disk has a major number of its own, from 254 downward as
 * Linux gives those that nobody has reserved, and each disk sixteen minor ones.
 */
@Component(service = {BlockDevices.class, Disks.class})
public final class Disks implements BlockDevices {
    private static final int LETTERS = 26;
    private static final int LAST_MAJOR = 254;
    private static final int MINORS = 16;

    private final Mutex lock = new Mutex();
    private final List<String> prefixes = new ArrayList<>();
    private final List<DiskBytes> disks = new ArrayList<>();
    private final List<Consumer<BlockDevice>> watchers = new ArrayList<>();

    /** No disk yet. */
    @Activate
    public Disks() {
    }

    @Override
    public BlockDevice attach(String prefix, BlockGeometry geometry, RequestQueue<BlockRequest> queue) {
        BlockDevice made;
        List<Consumer<BlockDevice>> told;
        try (var held = lock.lock()) {
            int sameKind = 0;
            for (DiskBytes known : disks) {
                if (known.disk().isOf(queue)) {
                    return known.disk();
                }
                sameKind += known.disk().name().startsWith(prefix) ? 1 : 0;
            }
            if (!prefixes.contains(prefix)) {
                prefixes.add(prefix);
            }
            int number = DeviceNumber.of(LAST_MAJOR - prefixes.indexOf(prefix), sameKind * MINORS);
            made = new BlockDevice(prefix + letters(sameKind), number, geometry, queue);
            disks.add(new DiskBytes(made));
            told = List.copyOf(watchers);
        }
        told.forEach(watcher -> watcher.accept(made));
        return made;
    }

    /**
     * Tells of all disks, and of each that comes later.
     *
     * @param watcher called in the task that brings the disk
     */
    public void watch(Consumer<BlockDevice> watcher) {
        List<BlockDevice> known;
        try (var held = lock.lock()) {
            watchers.add(watcher);
            known = all(disks);
        }
        known.forEach(watcher);
    }

    /** a to z, then aa, ab … */
    private static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }

    @Override
    public List<BlockDevice> all() {
        try (var held = lock.lock()) {
            return all(disks);
        }
    }

    private static List<BlockDevice> all(List<DiskBytes> disks) {
        List<BlockDevice> all = new ArrayList<>();
        for (DiskBytes bytes : disks) {
            all.add(bytes.disk());
        }
        return all;
    }

    /**
     * Finds a disk.
     *
     * @param number its device number
     * @return null if there is none
     */
    public DiskBytes find(int number) {
        try (var held = lock.lock()) {
            for (DiskBytes bytes : disks) {
                if (bytes.disk().number() == number) {
                    return bytes;
                }
            }
            return null;
        }
    }
}
