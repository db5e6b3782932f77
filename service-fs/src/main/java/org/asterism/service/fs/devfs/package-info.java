/**
 * Devices: drivers by number, the file system {@code /dev}, the devices of memory, and open disks.
 *
 * <p>Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man4/null.4.html">null(4)</a>, random(4), full(4)
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.devfs;
