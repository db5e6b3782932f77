package org.asterism.service.fs.procfs;

import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.service.fs.disk.Disks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /proc/partitions}: disks with their sizes in KiB. Partitions are not looked for. Source: proc(5). */
@Component(service = ProcEntry.class)
public final class PartitionsFile implements ProcEntry {
    private static final int SECTORS_PER_KIBIBYTE = 2;
    private static final int MAJOR_WIDTH = 4;
    private static final int MINOR_WIDTH = 8;
    private static final int SIZE_WIDTH = 10;

    private final Disks disks;

    /**
     * The file.
     *
     * @param disks that it lists
     */
    @Activate
    public PartitionsFile(@Reference Disks disks) {
        this.disks = disks;
    }

    @Override
    public String path() {
        return "partitions";
    }

    @Override
    public byte[] content() {
        Text text = new Text().add("major minor  #blocks  name\n\n");
        for (BlockDevice disk : disks.all()) {
            text.right(DeviceNumber.major(disk.number()), MAJOR_WIDTH).add(' ').right(DeviceNumber.minor(disk.number()), MINOR_WIDTH).add(' ')
                    .right(disk.sectors() / SECTORS_PER_KIBIBYTE, SIZE_WIDTH).add(' ').add(disk.name()).add('\n');
        }
        return text.bytes();
    }
}
