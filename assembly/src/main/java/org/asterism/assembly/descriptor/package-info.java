/**
 * The kernel descriptor, {@code kernel.bndrun}: which bundles make up a kernel, and with which configuration.
 *
 * <p>{@link org.asterism.assembly.descriptor.DescriptorReader} parses bnd's properties format (macros and
 * {@code -include} work) into an immutable {@link org.asterism.assembly.descriptor.KernelDescriptor}.
 * The format is that of bnd's run descriptors; keys of our own begin with {@code -ostd-}.
 *
 * @see <a href="https://bnd.bndtools.org/chapters/825-instructions-ref.html">bnd instructions</a>
 */
package org.asterism.assembly.descriptor;
