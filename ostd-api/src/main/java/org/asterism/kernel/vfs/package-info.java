/**
 * Files as other services see them: descriptors, open files, paths, what can be mapped.
 *
 * <p>Lock order: file table, then open file position, then inode, then page tables.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.kernel.vfs;
