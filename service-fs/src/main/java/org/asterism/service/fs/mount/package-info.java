/**
 * Mounted file systems: which tree is attached where, with which flags, and who uses it.
 *
 * <p>One {@link org.asterism.service.fs.mount.MountTable} holds all mounts of the kernel; a place in it is a
 * {@link org.asterism.service.fs.mount.Location}. Lock order: the table's lock comes before directory inodes. Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/mount.2.html">mount(2)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.mount;
