/**
 * What the kernel's object heap does, as {@code /proc/asterism/gc} tells it: the figures of the collector, and which system calls allocate how
 * much. No locks. Context: task.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.allocation;
