package org.asterism.service.fs.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.DeviceNumber;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.MountFlags;
import org.asterism.kernel.abi.StatLayout;
import org.asterism.kernel.abi.StatfsLayout;
import org.asterism.kernel.abi.StatxLayout;
import org.asterism.kernel.vfs.Answers;
import org.asterism.kernel.vfs.FileSystemStatistics;
import org.asterism.kernel.vfs.Inode;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.service.fs.mount.Location;
import org.asterism.service.fs.path.PathWalk;

/** Encodes what stat(2), statx(2) and statfs(2) tell. */
final class StatusText {
    private static final int BLOCK_SIZE = 4096;
    private static final int SECTOR = 512;
    private static final long NANOS = 1_000_000_000L;
    /** What fstat(2) tells of files without an inode: a mode without a type, as Linux's anonymous inode has. */
    private static final int ANONYMOUS_MODE = 0600;

    private final StatLayout layout;

    StatusText(StatLayout layout) {
        this.layout = layout;
    }

    void writeStat(Inode inode, long address) throws KernelException {
        byte[] out = new byte[layout.bytes()];
        putBlockSize(out);
        if (inode == null) {
            LittleEndian.putInt(out, layout.mode(), ANONYMOUS_MODE);
            putLinks(out, 1);
            copyOut(out, address);
            return;
        }
        LittleEndian.putLong(out, layout.device(), inode.fileSystem().device());
        LittleEndian.putLong(out, layout.inode(), inode.number());
        putLinks(out, inode.links());
        LittleEndian.putInt(out, layout.mode(), inode.mode());
        LittleEndian.putInt(out, layout.owner(), inode.owner());
        LittleEndian.putInt(out, layout.group(), inode.group());
        LittleEndian.putLong(out, layout.specialDevice(), inode.device());
        LittleEndian.putLong(out, layout.size(), inode.size());
        LittleEndian.putLong(out, layout.blocks(), inode.allocatedBytes() / SECTOR);
        putTime(out, layout.accessTime(), inode.accessNanos());
        putTime(out, layout.modifyTime(), inode.modifyNanos());
        putTime(out, layout.changeTime(), inode.changeNanos());
        copyOut(out, address);
    }

    private void putLinks(byte[] out, int links) {
        LittleEndian.putInt(out, layout.links(), links);
    }

    private void putBlockSize(byte[] out) {
        LittleEndian.putInt(out, layout.blockSize(), BLOCK_SIZE);
    }

    private static void putTime(byte[] out, int at, long nanos) {
        LittleEndian.putLong(out, at, Math.floorDiv(nanos, NANOS));
        LittleEndian.putLong(out, at + 8, Math.floorMod(nanos, NANOS));
    }

    /** The place may be null for files without one. */
    void writeStatx(Inode inode, Location place, long address) throws KernelException {
        byte[] out = new byte[StatxLayout.BYTES];
        int mask = StatxLayout.BASIC | (place == null ? 0 : StatxLayout.HAS_MOUNT);
        LittleEndian.putInt(out, StatxLayout.MASK, mask);
        LittleEndian.putInt(out, StatxLayout.BLOCK_SIZE, BLOCK_SIZE);
        if (inode == null) {
            LittleEndian.putInt(out, StatxLayout.LINKS, 1);
            LittleEndian.putShort(out, StatxLayout.MODE, ANONYMOUS_MODE);
            copyOut(out, address);
            return;
        }
        LittleEndian.putInt(out, StatxLayout.LINKS, inode.links());
        LittleEndian.putInt(out, StatxLayout.OWNER, inode.owner());
        LittleEndian.putInt(out, StatxLayout.GROUP, inode.group());
        LittleEndian.putShort(out, StatxLayout.MODE, inode.mode());
        LittleEndian.putLong(out, StatxLayout.INODE, inode.number());
        LittleEndian.putLong(out, StatxLayout.SIZE, inode.size());
        LittleEndian.putLong(out, StatxLayout.BLOCKS, inode.allocatedBytes() / SECTOR);
        putShortTime(out, StatxLayout.ACCESS_TIME, inode.accessNanos());
        putShortTime(out, StatxLayout.CHANGE_TIME, inode.changeNanos());
        putShortTime(out, StatxLayout.MODIFY_TIME, inode.modifyNanos());
        LittleEndian.putInt(out, StatxLayout.SPECIAL_MAJOR, DeviceNumber.major(inode.device()));
        LittleEndian.putInt(out, StatxLayout.SPECIAL_MINOR, DeviceNumber.minor(inode.device()));
        LittleEndian.putInt(out, StatxLayout.DEVICE_MAJOR, DeviceNumber.major(inode.fileSystem().device()));
        LittleEndian.putInt(out, StatxLayout.DEVICE_MINOR, DeviceNumber.minor(inode.fileSystem().device()));
        LittleEndian.putLong(out, StatxLayout.ATTRIBUTES_MASK, StatxLayout.ATTRIBUTE_MOUNT_ROOT);
        if (place != null) {
            LittleEndian.putLong(out, StatxLayout.MOUNT, place.mount().id());
            LittleEndian.putLong(out, StatxLayout.ATTRIBUTES, place.isMountRoot() ? StatxLayout.ATTRIBUTE_MOUNT_ROOT : 0);
        }
        copyOut(out, address);
    }

    private static void putShortTime(byte[] out, int at, long nanos) {
        LittleEndian.putLong(out, at, Math.floorDiv(nanos, NANOS));
        LittleEndian.putInt(out, at + 8, (int) Math.floorMod(nanos, NANOS));
    }

    void writeStatfs(Location place, long address) throws KernelException {
        FileSystemStatistics figures = Answers.statistics(place.inode().fileSystem());
        byte[] out = new byte[StatfsLayout.BYTES];
        LittleEndian.putLong(out, StatfsLayout.TYPE, figures.magic());
        LittleEndian.putLong(out, StatfsLayout.BLOCK_SIZE, figures.blockSize());
        LittleEndian.putLong(out, StatfsLayout.BLOCKS, figures.blocks());
        LittleEndian.putLong(out, StatfsLayout.FREE, figures.freeBlocks());
        LittleEndian.putLong(out, StatfsLayout.AVAILABLE, figures.freeBlocks());
        LittleEndian.putLong(out, StatfsLayout.FILES, figures.files());
        LittleEndian.putLong(out, StatfsLayout.FREE_FILES, figures.freeFiles());
        LittleEndian.putLong(out, StatfsLayout.ID, place.inode().fileSystem().device());
        LittleEndian.putLong(out, StatfsLayout.NAME_LENGTH, PathWalk.MAX_NAME);
        LittleEndian.putLong(out, StatfsLayout.FRAGMENT_SIZE, figures.blockSize());
        LittleEndian.putLong(out, StatfsLayout.FLAGS, MountFlags.ST_VALID | shownFlags(place.mount().flags()));
        copyOut(out, address);
    }

    private static long shownFlags(int flags) {
        long shown = flags & (MountFlags.MS_RDONLY | MountFlags.MS_NOSUID | MountFlags.MS_NODEV | MountFlags.MS_NOEXEC
                | MountFlags.MS_SYNCHRONOUS | MountFlags.MS_NOATIME | MountFlags.MS_NODIRATIME);
        return (flags & MountFlags.MS_RELATIME) == 0 ? shown : shown | MountFlags.ST_RELATIME;
    }

    private static void copyOut(byte[] out, long address) throws KernelException {
        if (UserMemory.write(address, out, 0, out.length) < out.length) {
            throw KernelException.of(Errno.EFAULT);
        }
    }
}
