/**
 * Waiting for children: wait4(2) and waitid(2) are two decodings of {@link org.asterism.service.proc.wait.ChildWait}.
 *
 * <p>Takes the lock of {@link org.asterism.service.proc.process.ProcessTable} for each look at the children, never while it sleeps.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.proc.wait;
