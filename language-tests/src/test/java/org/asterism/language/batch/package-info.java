/**
 * The harness: a {@link org.asterism.language.batch.Batch} of programs becomes one image, runs on HotSpot, as a Linux process and on a
 * bare machine in QEMU, and what each program printed is compared. A program is a class with {@code public static void
 * main(String[])} that prints what it finds on {@code System.out}; it prints nothing that may differ by specification: identity
 * hashes, iteration order of immutable sets, names of lambda classes, interleavings of threads.
 */
package org.asterism.language.batch;
