/**
 * What happens when code of the kernel fails: a report in the log, locks released, the bundle marked, and the end of no more than the
 * task that failed.
 *
 * <p>Whoever calls code that may fail (the loop of user threads, workers, OSTD itself) catches what comes, lets a
 * {@link org.asterism.ostd.failure.FailureReport} tell it, and goes on. Context: task, unless a method says otherwise.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.failure;
