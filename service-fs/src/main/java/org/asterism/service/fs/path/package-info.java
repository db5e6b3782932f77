/**
 * From strings to places: the walk along a path, permissions, and the operations on names.
 *
 * <p>Paths are strings with one character a byte. A walk takes the lock of one directory at a time; operations that change names take the locks of the directories they
 * change. Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/path_resolution.7.html">path_resolution(7)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.path;
