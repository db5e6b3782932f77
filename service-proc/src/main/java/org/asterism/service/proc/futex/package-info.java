/**
 * Sleeping on words of user memory.
 *
 * <p>Lock order: at most two buckets of {@link org.asterism.service.proc.futex.FutexTable}, the lower index first; they spin. Nothing else is taken under
 * them. Spec: futex(2), get_robust_list(2).
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.futex;
