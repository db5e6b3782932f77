/**
 * Pipes and FIFOs: bytes in frames between ends that come and go.
 *
 * <p>A pipe has one sleeping lock, held while bytes are copied; it comes after inode locks. Context: task.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/pipe.7.html">pipe(7)</a>
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.pipe;
