/**
 * From Declarative Services components to plain Java.
 *
 * <p>{@link org.asterism.assembly.wire.ComponentReader} reads the component descriptions of the chosen bundles (with
 * Felix SCR's own parser, the one the host uses), {@link org.asterism.assembly.wire.ComponentGraph} binds references to
 * components and puts them in topological order, {@link org.asterism.assembly.wire.BootWriter} writes
 * {@code org.asterism.boot.Boot}, whose {@code main} constructs one after the other and starts the kernel's entry, and
 * {@link org.asterism.assembly.wire.SyscallSwitchWriter} writes the system call table as one switch with direct calls.
 * No registry, no reflection and no component runtime is left in the image.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/service.component.html">OSGi Compendium R8, chapter 112</a>
 */
package org.asterism.assembly.wire;
