/**
 * What bare machines have in common, whatever their architecture: bringing OSTD up once the machine can address its memory, the kernel's half of
 * the page tables, 16550 serial ports, last words, faults of the kernel, the check of protections.
 *
 * <p>An {@code ostd-impl-*} brings a {@link org.asterism.ostd.arch.KernelPageFormat}, a {@link org.asterism.ostd.bare.BareProcessor}, a
 * {@link org.asterism.ostd.bare.RootTranslation}, a {@link org.asterism.ostd.arch.UserEntry} and a {@link org.asterism.ostd.arch.Board}, defines
 * the symbols that this package names, and exports to its assembly what {@link org.asterism.ostd.bare.BareKernel} offers. A Linux process links
 * none of this.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.bare;
