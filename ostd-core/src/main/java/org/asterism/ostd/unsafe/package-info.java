/**
 * The privileged primitives of OSTD: raw memory, object addresses, per-task areas, assembly symbols, and the annotations
 * that steer the ahead-of-time compiler. Exported to {@code ostd-impl-*} alone; no service can name it.
 *
 * <p>The compiler implements the primitives as intrinsics keyed on class and method; their Java bodies are what runs when
 * the same code is exercised on an ordinary JVM over simulated memory.
 */
@org.osgi.annotation.bundle.Export(attribute = "ostd.tier=privileged")
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.unsafe;
