package org.asterism.kernel.vfs;

/**
 * What statfs(2) tells.
 *
 * @param magic number of the type, as statfs(2) lists them
 * @param blockSize bytes
 * @param blocks in all; 0 if there is no limit
 * @param freeBlocks not used
 * @param files inodes in all; 0 if there is no limit
 * @param freeFiles inodes not used
 */
public record FileSystemStatistics(long magic, long blockSize, long blocks, long freeBlocks, long files, long freeFiles) {
}
