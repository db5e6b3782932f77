/**
 * The cache of names: which entry of which directory is which inode, or that there is none.
 *
 * <p>Lock order: entries are added and removed with the directory inode's lock held; looking up takes no lock. Context: task.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.dentry;
