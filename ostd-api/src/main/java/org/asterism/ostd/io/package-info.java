/**
 * What a driver reads and writes of its device: registers ({@link org.asterism.ostd.io.IoMem}), memory that the device reaches by itself
 * ({@link org.asterism.ostd.io.DmaCoherent}), ports. A driver gets the first two from its {@link org.asterism.ostd.bus.Device}, by grant.
 *
 * <p>Every access is checked against the window's bounds and natural alignment, little-endian, of exactly its width, and happens in program
 * order. A window ends when it is closed or its device is taken back from the driver; accesses then throw {@link IllegalStateException}.
 * Context: any, but {@code allocate} and {@code close} of DMA memory are for tasks.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.asterism.ostd.io;
