/**
 * The seam that each architecture implements: physical memory, page-table entries, address translation, the processor with its
 * clock and interrupts, user entry, serial ports, power. Everything above it ({@code frames}, {@code paging}, {@code task},
 * {@code user}, {@code platform}) is the same on every machine, the simulated one included.
 *
 * <p>Implementations neither allocate objects nor block, unless a method says so: most are called with preemption off, some from
 * interrupts. Exported to {@code ostd-impl-*} alone.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.arch;
