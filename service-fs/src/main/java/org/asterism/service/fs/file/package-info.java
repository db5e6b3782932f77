/**
 * Open files with an inode: regular files, directories, places. And how a file is opened.
 *
 * <p>Lock order: an open file's position, then the inode. Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/open.2.html">open(2)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.file;
