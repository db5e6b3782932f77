/**
 * Files in memory: tmpfs and the root file system. Data lie in untyped frames, names and attributes in objects.
 *
 * <p>Locking is that of {@link org.asterism.kernel.vfs.Inode}; the space counters are atomic. Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/tmpfs.5.html">tmpfs(5)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.ramfs;
