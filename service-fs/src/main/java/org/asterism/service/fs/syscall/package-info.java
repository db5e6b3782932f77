/**
 * System calls on files: each class decodes the arguments of one family and calls the domain's operations. Linux names stay
 * here.
 *
 * <p>Context: task. No lock is held on entry.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.syscall;
