/**
 * Programs with a {@code main} method on OSTD: standard output, threads and an end, over {@link org.asterism.ostd.program.ProgramHost},
 * which each machine implements. Test programs use it; no kernel does. Task context only.
 */
package org.asterism.ostd.program;
