package org.asterism.ostd.bus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.time.Clock;
import org.asterism.ostd.time.Timer;

/**
 * The devices and drivers of a machine, and who drives what. A device goes to the first driver, in the order in which they came, that matches and takes it.
 *
 * <p>Devices and drivers come and go at any time, one change after the other. Context: task.
 */
public final class DeviceRegistry {
    private static final long PROBE_SECONDS = 10;

    private final Mutex lock = new Mutex();
    private final List<DeviceNode> nodes = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();
    private final List<DriverOrigin> origins = new ArrayList<>();
    /**
     * Made anew after each change, so that a driver may look while the lock is held for its sake. The first is of a class
     * that needs no initialiser: a machine's registry is made before those have run.
     */
    private volatile List<DeviceView> views = new ArrayList<>(0);

    /** Knows nothing yet. */
    public DeviceRegistry() {
    }

    /**
     * The devices of this machine.
     *
     * @return a snapshot, in the order in which they were found
     */
    public static List<DeviceView> devices() {
        return Ostd.machine().devices().views;
    }

    /**
     * Adds a device that a bus has found, and offers it to the drivers.
     *
     * @param device which only OSTD and its simulation can name
     */
    public void addDevice(BusDevice device) {
        DeviceNode node = new DeviceNode(device);
        node.bus().identity();
        try (var held = lock.lock()) {
            nodes.add(node);
            offer(node);
            showChange();
        }
    }

    /**
     * Removes a device that is about to be gone. Requests that wait for it wait for ever.
     *
     * @param device as added
     */
    public void removeDevice(BusDevice device) {
        try (var held = lock.lock()) {
            for (DeviceNode node : List.copyOf(nodes)) {
                if (node.bus() == device) {
                    release(node);
                    nodes.remove(node);
                }
            }
            showChange();
        }
    }

    /**
     * Adds a driver, and offers it the devices that nobody drives.
     *
     * @param driver to be asked after those that are there
     * @param origin its bundle, as the wiring knows it
     */
    public void addDriver(Driver driver, DriverOrigin origin) {
        if (origin.bundle() == null) {
            throw new IllegalArgumentException("a driver without a bundle");
        }
        try (var held = lock.lock()) {
            drivers.add(driver);
            origins.add(origin);
            nodes.forEach(this::offer);
            showChange();
        }
    }

    /**
     * Removes a driver: each of its devices comes to rest, is taken back, and goes to the next driver with the requests that were in flight.
     *
     * @param driver as added
     * @param origin as added: whoever removes it knows its bundle
     */
    public void removeDriver(Driver driver, DriverOrigin origin) {
        try (var held = lock.lock()) {
            int index = drivers.indexOf(driver);
            if (index < 0 || !origins.get(index).equals(origin)) {
                return;
            }
            drivers.remove(index);
            origins.remove(index);
            for (DeviceNode node : nodes) {
                if (node.driver == driver) {
                    release(node);
                    offer(node);
                }
            }
            showChange();
        }
    }

    private void showChange() {
        List<DeviceView> made = new ArrayList<>();
        for (DeviceNode node : nodes) {
            made.add(new DeviceView(node.bus().identity(), node.driver == null ? "" : node.origin.bundle()));
        }
        views = Collections.unmodifiableList(made);
    }

    /** Finds a driver for a device that has none. The lock is held. */
    private void offer(DeviceNode node) {
        for (int i = 0; i < drivers.size() && node.driver == null; i++) {
            if (matches(drivers.get(i), node)) {
                probe(node, drivers.get(i), origins.get(i));
            }
        }
    }

    private static boolean matches(Driver driver, DeviceNode node) {
        long ours = HeldLocks.mark(Ostd.machine());
        try {
            return driver.match(node.bus().identity());
        } catch (RuntimeException | Error failure) {
            FailureReport.containSince(ours, "a driver that was asked whether it matches " + node, failure);
            return false;
        }
    }

    private static void probe(DeviceNode node, Driver driver, DriverOrigin origin) {
        Device device = new Device(node, origin);
        long ours = HeldLocks.mark(Ostd.machine());
        node.open();
        try {
            DriverInstance instance = watchedProbe(driver, device, origin.bundle() + " has been probing device " + node);
            if (instance == null) {
                throw new DeviceException("its probe returned null");
            }
            node.driver = driver;
            node.origin = origin;
            node.instance = instance;
            node.device = device;
            Log.info("device " + node + " is driven by " + origin.bundle());
            return;
        } catch (DeviceException refused) {
            warn(ours, node, origin, refused);
        } catch (RuntimeException | Error failure) {
            FailureReport.containSince(ours, "the probe of " + node + " by " + origin.bundle(), failure);
        }
        node.close();
        device.takeBack();
        node.requeue();
    }

    /** The lock is held, and at boot everything waits: a probe that does not return is told from a machine that hangs. */
    private static DriverInstance watchedProbe(Driver driver, Device device, String doing) throws DeviceException {
        String slow = doing + " for " + PROBE_SECONDS + " seconds; until it returns no other device or driver comes or goes";
        Timer watch = new Timer(timer -> Log.warning(slow));
        watch.arm(Clock.monotonicNanos() + PROBE_SECONDS * 1_000_000_000);
        try {
            return driver.probe(device);
        } finally {
            watch.cancel();
        }
    }

    /** A subclass of the exception may fail when it is asked for its message. */
    private static void warn(long ours, DeviceNode node, DriverOrigin origin, DeviceException refused) {
        try {
            Log.warning("device " + node + " is not driven by " + origin.bundle() + ": " + refused.getMessage());
        } catch (RuntimeException | Error failure) {
            FailureReport.containSince(ours, "the refusal of " + node + " by " + origin.bundle(), failure);
        }
    }

    /** Takes a device back from its driver, if it has one. The lock is held. */
    private static void release(DeviceNode node) {
        if (node.driver == null) {
            return;
        }
        node.close();
        Quiescence.await(node.instance, node.toString(), node.origin.bundle());
        node.device.takeBack();
        int left = node.requeue();
        Log.info("device " + node + " was let go by " + node.origin.bundle() + ", with " + left + " requests in flight");
        node.driver = null;
        node.origin = null;
        node.instance = null;
        node.device = null;
    }
}
