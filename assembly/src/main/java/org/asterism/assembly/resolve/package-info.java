/**
 * Chooses the bundles of a kernel: the closure of a descriptor's requirements over a pool.
 *
 * <p>{@link org.asterism.assembly.resolve.KernelResolver} first walks the closure by itself, to report every missing
 * capability at once with its near miss; then Apache Felix's resolver wires it, uses constraints included; last come
 * the rules a framework does not have: one version a bundle, one architecture, one exporter a package, no
 * fragments. Candidates are always tried in one fixed order, so equal inputs give an equal {@code Resolution}.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.core/8.0.0/framework.module.html">OSGi Core R8, chapter 3</a>
 */
package org.asterism.assembly.resolve;
