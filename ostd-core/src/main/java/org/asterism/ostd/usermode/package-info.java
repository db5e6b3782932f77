/**
 * User programs: the loop around user entry, and access to user memory with recovery from faults.
 *
 * <p>Context: task, preemption on; copies in atomic context stop at the first fault instead of resolving it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.usermode;
