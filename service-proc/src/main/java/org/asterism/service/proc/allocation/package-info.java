/**
 * What the kernel's object heap does, as {@code /proc/asterism/gc} tells it: the figures of the collector, and which system calls allocate how
 * much. No locks. Context: task.
 */
package org.asterism.service.proc.allocation;
