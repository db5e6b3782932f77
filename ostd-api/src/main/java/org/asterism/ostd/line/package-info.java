/**
 * Interrupt lines that devices of any bus share: each of them is told of every interrupt, and the line comes again once all have looked.
 *
 * <p>Over {@link org.asterism.ostd.spi.DeviceHost}. Lock order: the lines' lock, then a line's. Context: task; sinks are told in atomic context.
 */
@org.osgi.annotation.bundle.Export(attribute = "ostd.tier=privileged")
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.line;
