/**
 * The initial files: archives in cpio's newc format, plain or compressed with gzip, one after the other, as the boot loader left them
 * in memory.
 *
 * <p>Context: the boot task.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/driver-api/early-userspace/buffer-format.html">initramfs buffer format</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1951">RFC 1951 (DEFLATE)</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952 (gzip)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.initramfs;
