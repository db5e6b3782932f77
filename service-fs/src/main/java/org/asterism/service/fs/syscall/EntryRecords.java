package org.asterism.service.fs.syscall;

import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.vfs.DirectorySink;

/** Encodes directory entries as {@code struct linux_dirent64}, until a buffer is full. Source: getdents64(2). */
final class EntryRecords implements DirectorySink {
    private static final int ALIGNMENT = 8;

    private final byte[] bytes;
    private int length;
    private boolean isFull;

    EntryRecords(int size) {
        bytes = new byte[size];
    }

    @Override
    public boolean accept(String name, long inode, int mode, long next) {
        int record = FileControl.DIRENT_NAME + name.length() + ALIGNMENT & -ALIGNMENT;
        if (record > bytes.length - length) {
            isFull = true;
            return false;
        }
        LittleEndian.putLong(bytes, length + FileControl.DIRENT_INODE, inode);
        LittleEndian.putLong(bytes, length + FileControl.DIRENT_NEXT, next);
        LittleEndian.putShort(bytes, length + FileControl.DIRENT_LENGTH, record);
        bytes[length + FileControl.DIRENT_TYPE] = (byte) FileMode.directoryEntryType(mode);
        for (int i = 0; i < name.length(); i++) {
            bytes[length + FileControl.DIRENT_NAME + i] = (byte) name.charAt(i);
        }
        length += record;
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isFull() {
        return isFull;
    }
}
