/**
 * Files: descriptors, open files, inodes, file systems, devices, what can be mapped.
 *
 * <p>{@link org.asterism.kernel.vfs.Vfs} is what the process service uses; {@link org.asterism.kernel.vfs.FileSystemType},
 * {@link org.asterism.kernel.vfs.CharacterDevice} and {@link org.asterism.kernel.vfs.ProcEntry} are what bundles contribute;
 * {@link org.asterism.kernel.vfs.OpenFile} is what a descriptor refers to, sockets included.
 *
 * <p>Lock order: file table, then open file position, then directory inode (parent before child), then file inode, then address space and page
 * tables. Context: task.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.kernel.vfs;
