/**
 * Advisory locks: record locks of processes and of open files (fcntl(2)), whole-file locks (flock(2)).
 *
 * <p>One {@link org.asterism.service.fs.lock.FileLocks} an inode, made at the first lock; its own sleeping lock comes after the inode's. Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.lock;
