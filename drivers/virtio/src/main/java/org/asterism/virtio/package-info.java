/**
 * What drivers of virtio devices share. A driver {@linkplain org.asterism.virtio.VirtioDevice#open opens} its device, whichever way that is reached, agrees on
 * features, opens queues and starts it.
 *
 * <p>The device is not trusted: what it writes into a queue is checked before it is used, and never read for anything that the driver knows itself. A device that
 * answers what cannot be has {@linkplain org.asterism.virtio.VirtioDevice#fail failed}; it is reset and used no more. As long as no IOMMU confines it,
 * it is trusted to store only where it was told.
 *
 * <p>Context: task. Spec: <a href="https://docs.oasis-open.org/virtio/virtio/v1.2/virtio-v1.2.html">Virtual I/O Device (VIRTIO) Version 1.2</a>; devices that
 * know only what came before version 1.0 are refused.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.virtio;
