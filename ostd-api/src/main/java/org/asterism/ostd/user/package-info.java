/**
 * Running user programs: register context, entry to user mode by a call that returns on a trap.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.user;
