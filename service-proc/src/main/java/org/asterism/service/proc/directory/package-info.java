/**
 * What other services may know about all processes and about the system: the figures behind {@code /proc} and uname(2).
 *
 * <p>These components need neither the file system nor memory, which are built on them.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.directory;
