/**
 * From a descriptor and a set of bundles to a bootable kernel image: resolve, verify, wire, compile, link.
 *
 * <p>{@code Assembler} drives the stages; each stage is a package of its own and takes the result
 * of the one before. What a stage refuses, it refuses as a whole: {@link org.asterism.assembly.RefusedException} carries
 * one line for every reason, and nothing is written.
 *
 * <p>Runs on the build host only, in one thread.
 */
package org.asterism.assembly;
