/**
 * How a virtio device is reached (VIRTIO 1.2 §4). {@link org.asterism.virtio.transport.VirtioTransport} is the seam: above it nothing knows of buses.
 * Context: task.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.virtio.transport;
