package org.asterism.host.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells the machine of drivers as their bundles come and go; the framework says which bundle a driver is of. */
@Component(service = HostDrivers.class, immediate = true)
public final class HostDrivers {
    private final HostGrants grants;
    private final Map<Driver, DriverOrigin> origins = new ConcurrentHashMap<>();

    /**
     * Knows no driver yet.
     *
     * @param grants of the descriptor
     */
    @Activate
    public HostDrivers(@Reference HostGrants grants) {
        this.grants = grants;
    }

    /**
     * A driver has come.
     *
     * @param reference says of which bundle
     * @param driver the driver
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDriver(ServiceReference<Driver> reference, Driver driver) {
        DriverOrigin origin = grants.origin(reference.getBundle().getSymbolicName());
        origins.put(driver, origin);
        Ostd.machine().devices().addDriver(driver, origin);
    }

    /**
     * A driver is about to go: its devices come to rest before this returns.
     *
     * @param driver the driver
     */
    void removeDriver(Driver driver) {
        DriverOrigin origin = origins.remove(driver);
        if (origin != null && Ostd.machine() != null) {
            Ostd.machine().devices().removeDriver(driver, origin);
        }
    }
}
