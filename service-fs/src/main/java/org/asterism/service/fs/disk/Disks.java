package org.asterism.service.fs.disk;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockDevices;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.RequestQueue;
import org.asterism.ostd.sync.Mutex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Names disks in the order in which drivers bring them: {@code vda}, {@code vdb} … */
@Component(service = BlockDevices.class)
public final class Disks implements BlockDevices {
    private static final int LETTERS = 26;

    private final Mutex lock = new Mutex();
    private final List<BlockDevice> disks = new ArrayList<>();

    /** No disk yet. */
    @Activate
    public Disks() {
    }

    @Override
    public BlockDevice attach(String prefix, long sectors, RequestQueue<BlockRequest> queue) {
        try (var held = lock.lock()) {
            int sameKind = 0;
            for (BlockDevice disk : disks) {
                if (disk.isOf(queue)) {
                    return disk;
                }
                sameKind += disk.name().startsWith(prefix) ? 1 : 0;
            }
            BlockDevice made = new BlockDevice(prefix + letters(sameKind), sectors, queue);
            disks.add(made);
            return made;
        }
    }

    /** a to z, then aa, ab … */
    private static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }

    @Override
    public List<BlockDevice> all() {
        try (var held = lock.lock()) {
            return List.copyOf(disks);
        }
    }
}
