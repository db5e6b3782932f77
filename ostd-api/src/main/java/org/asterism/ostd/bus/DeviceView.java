package org.asterism.ostd.bus;

/**
 * A device as a list of devices shows it.
 *
 * @param identity what it is
 * @param driver symbolic name of the bundle that drives it; empty if none does
 */
public record DeviceView(DeviceIdentity identity, String driver) {
}
