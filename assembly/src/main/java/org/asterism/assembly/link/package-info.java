/**
 * From a wired closure to an image: drives the ahead-of-time compiler, and writes down what went in and what came out.
 *
 * <p>{@link org.asterism.assembly.link.ImageCompiler} is the seam to the compiler,
 * {@link org.asterism.assembly.link.KernelLock} the record of inputs ({@code kernel.lock}: same lock, same bytes),
 * {@link org.asterism.assembly.link.KernelReport} the record of results that {@code inspect} prints, and
 * {@link org.asterism.assembly.link.Toolchain} names the programs whose versions decide the bytes.
 */
package org.asterism.assembly.link;
