/**
 * Programs with a {@code main} method on OSTD: standard output, threads and an end, over {@link org.asterism.ostd.program.ProgramHost},
 * which each machine implements. Test programs use it; no kernel does. Task context only.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.program;
