package org.asterism.ostd.platform;

/**
 * What the boot loader told.
 *
 * @param commandLine  the kernel command line
 * @param ramDisk      physical address of the initial ram disk, page-aligned; 0 if there is none
 * @param ramDiskBytes its length
 */
public record BootFacts(String commandLine, long ramDisk, long ramDiskBytes) {
}
