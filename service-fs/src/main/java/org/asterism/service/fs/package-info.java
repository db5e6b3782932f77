/**
 * The file system service: names, mounts, open files and what user programs do with them.
 *
 * <p>{@link org.asterism.service.fs.VirtualFileSystem} is the component that other services use. The packages below it, from
 * the bottom up: {@code dentry} names; {@code mount} trees put together; {@code path} from strings to places; {@code file} open files with data at
 * positions; {@code table} descriptors; {@code ramfs}, {@code devfs}, {@code procfs} file systems; {@code pipe}, {@code tty},
 * {@code event}, {@code channel} files without names; {@code lock} file locks; {@code poll} waiting for many; {@code initramfs} the
 * initial contents; {@code syscall} the boundary.
 *
 * <p>Lock order: descriptor table, open file position, rename lock, mount table, directory inode (ascending number; a directory
 * before what it holds), file inode, pipe or terminal, address space. Context: task.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs;
