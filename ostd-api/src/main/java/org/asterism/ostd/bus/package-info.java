/**
 * Devices and their drivers, the same on a machine and on a host JVM.
 *
 * <p>A bundle with a driver provides {@link org.asterism.ostd.bus.Driver} as a service and says by {@link org.asterism.ostd.bus.RequiresGrant}
 * which resources it takes; the kernel's descriptor grants them ({@code -ostd-grant}), or the bundle does not resolve. Components are wired, devices are
 * not: the machine's {@link org.asterism.ostd.bus.DeviceRegistry} knows the devices that the buses have found, offers each to the drivers that match it, and
 * hands the one that takes it a {@link org.asterism.ostd.bus.Device}: the only way to registers, interrupts and DMA, each according to the grants
 * of the driver's bundle. Which bundle that is, generated wiring tells (on a host the framework), not the driver.
 *
 * <p><b>Replacing a driver.</b> When a driver is removed, the registry asks its {@link org.asterism.ostd.bus.DriverInstance} to come to rest, takes the device
 * back (interrupts disconnected, bus mastering off, device reset, every window ended), puts requests that the driver had taken but not
 * finished back at the front of the device's {@link org.asterism.ostd.bus.RequestQueue}s, and offers the device to the other drivers; the next one goes on where the last
 * one stopped. Whoever submitted requests waits a little longer and loses nothing.
 *
 * <p>Below, a bus implements {@code org.asterism.ostd.spi.BusDevice}; {@code DeviceRegistry.addDevice} and {@code addDriver} take types of that package, which
 * only OSTD and the wiring can name.
 *
 * <p>Lock order: the registry's lock, then a queue's. Context: task.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.bus;
