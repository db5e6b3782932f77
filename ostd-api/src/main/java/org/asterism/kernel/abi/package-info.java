/**
 * The Linux ABI: error numbers, system call numbers, constants and structure layouts.
 *
 * <p>Linux names stay here and at the system call boundary; services use domain words. Sources: Linux man-pages 6, the
 * x86-64 psABI, the kernel's user-visible headers.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.kernel.abi;
