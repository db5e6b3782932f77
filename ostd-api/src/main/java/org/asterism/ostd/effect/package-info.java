/**
 * What code promises not to do. The ahead-of-time compiler proves each statement for everything that the method may reach in the closed
 * world of a kernel, and refuses the kernel with the whole path where it does not hold; on a JVM the annotations mean nothing.
 *
 * <p>Not counted: what leads to nothing but an unchecked exception, for that is a bug of the caller, and class initialisers, which have run
 * before.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.effect;
