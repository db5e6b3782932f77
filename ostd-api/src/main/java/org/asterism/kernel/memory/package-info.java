/**
 * User address spaces: mapping, faulting, cloning.
 *
 * <p>Lock order: an address space's own lock comes after file locks and before page tables. Context: task.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.kernel.memory;
