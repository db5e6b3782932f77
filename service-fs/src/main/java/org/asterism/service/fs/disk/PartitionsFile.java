package org.asterism.service.fs.disk;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.vfs.ProcEntry;
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
        StringBuilder text = new StringBuilder("major minor  #blocks  name\n\n");
        for (BlockDevice disk : disks.all()) {
            right(text, DeviceNumber.major(disk.number()), MAJOR_WIDTH);
            right(text, DeviceNumber.minor(disk.number()), 1 + MINOR_WIDTH);
            right(text, disk.sectors() / SECTORS_PER_KIBIBYTE, 1 + SIZE_WIDTH);
            text.append(' ').append(disk.name()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void right(StringBuilder text, long value, int width) {
        String digits = Long.toString(value);
        text.append(" ".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
