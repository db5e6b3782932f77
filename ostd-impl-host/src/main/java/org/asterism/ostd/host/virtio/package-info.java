/**
 * Virtio devices in software: block, network, console. What a device does is a {@link org.asterism.ostd.host.virtio.VirtioModel}; how it is reached is another matter:
 * {@code machine.plug(new VirtioFunction(new VirtioBlockModel(new byte[1 << 20])))} makes one a function of the machine's PCI bus. A model of one's own,
 * honest or not, extends {@code VirtioModel}.
 *
 * <p>Models are called with preemption off and need no locks. Spec: VIRTIO 1.2.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.host.virtio;
