/**
 * The items of {@code asterism bench lang}. Each is one class, run unchanged on HotSpot and as a native process, and one file of C
 * in {@code c/} that does the same work; {@link org.asterism.benchmarks.ItemServer} runs them on demand.
 *
 * <p>An item's {@code run} takes some milliseconds, does the same every time, and returns a checksum that all three must agree on.
 */
package org.asterism.benchmarks;
