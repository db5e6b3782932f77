/**
 * The seam below OSTD's API: implemented by {@code ostd-core} with an architecture, or by {@code ostd-impl-host}.
 * Bound once at boot. Only privileged bundles may import this package; the assembler refuses all others.
 *
 * <p>Everything crosses the seam as primitives, arrays and opaque handles, so that the API's final classes alone
 * decide what a service can name.
 */
@org.osgi.annotation.bundle.Export(attribute = "ostd.tier=privileged")
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.spi;
