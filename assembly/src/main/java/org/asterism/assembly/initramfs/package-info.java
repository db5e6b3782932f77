/**
 * Root file systems that a kernel boots with: cpio archives in the "newc" format.
 *
 * <p>{@link org.asterism.assembly.initramfs.CpioWriter} writes the format,
 * {@link org.asterism.assembly.initramfs.DefaultInitramfs} the archive around Debian's busybox, and
 * {@link org.asterism.assembly.initramfs.FolderArchive} any folder. Equal inputs give equal bytes.
 *
 * @see <a href="https://www.kernel.org/doc/html/v6.1/driver-api/early-userspace/buffer-format.html">initramfs buffer format</a>
 */
package org.asterism.assembly.initramfs;
