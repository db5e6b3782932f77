/**
 * The PCI bus, which OSTD owns: drivers get regions and interrupts of their own function through {@link org.asterism.ostd.bus.Device}, and read
 * its configuration, but write none of it. Functions are found by a walk over buses and bridges as the firmware has numbered them.
 *
 * <p>Over {@link org.asterism.ostd.spi.PciHost}, which an architecture or a simulation implements. Context: task. Spec: PCI Local Bus Specification 3.0
 * (configuration: ch. 6; messages: §6.8), PCI Express Base Specification (function level reset: §6.6.2).
 */
@org.osgi.annotation.bundle.Export(attribute = "ostd.tier=privileged")
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.pci;
