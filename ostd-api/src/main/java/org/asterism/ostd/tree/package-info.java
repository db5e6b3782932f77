/**
 * The devices that a {@link org.asterism.ostd.boot.DeviceTree} describes ({@link org.asterism.ostd.tree.TreeBus}): PCI behind
 * a generic host, virtio in memory, and whatever else has registers, for drivers that match by {@code compatible}.
 *
 * <p>Over {@link org.asterism.ostd.spi.DeviceHost}, which an architecture or a simulation implements. Context: task. Spec: Devicetree 0.4.
 */
@org.osgi.annotation.bundle.Export(attribute = "ostd.tier=privileged")
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.tree;
