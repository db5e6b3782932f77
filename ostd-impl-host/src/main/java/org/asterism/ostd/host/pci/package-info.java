/**
 * A PCI bus in software, below the very {@link org.asterism.ostd.pci.PciBus} that walks a machine's real one. A device in software extends
 * {@link org.asterism.ostd.host.pci.SimulatedFunction}: it says what its configuration holds, answers accesses to its regions, interrupts, and reaches the
 * machine's memory. {@link org.asterism.ostd.host.TestMachine#plug(org.asterism.ostd.host.pci.SimulatedFunction)} puts it on the bus.
 *
 * <p>Accesses to regions, and timers, come with preemption off, so a function needs no locks.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.host.pci;
