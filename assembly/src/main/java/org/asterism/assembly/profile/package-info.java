/**
 * Which part of {@code java.base} a safe bundle may use.
 *
 * <p>A {@link org.asterism.assembly.profile.JavaProfile} is a plain text resource beside this package: packages
 * offered, and inside them the classes and members withheld because they would break a rule of the kernel (reflection,
 * class loading, the JDK's own locks, raw memory). A privileged bundle is not bound by it.
 */
package org.asterism.assembly.profile;
