package org.asterism.service.fs.initramfs;

/**
 * The header of one file in an archive.
 *
 * @param name its path, relative to the root
 * @param inode tells which names are one file, with {@code archiveDevice}
 * @param archiveDevice device number of the archived file system
 * @param mode type and permissions
 * @param owner user id
 * @param group group id
 * @param links hard links
 * @param modifySeconds seconds since 1970
 * @param size bytes of data that follow
 * @param device of a special file
 */
record CpioEntry(String name, long inode, long archiveDevice, int mode, int owner, int group, int links,
        long modifySeconds, long size, int device) {
}
