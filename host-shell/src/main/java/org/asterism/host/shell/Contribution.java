package org.asterism.host.shell;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * The place of a file that components of one name contribute, one at a time: the first that came and is still there. The component is made when
 * it is first needed, as without this.
 *
 * @param <C> what it contributes
 */
abstract class Contribution<C> {
    private final BundleContext context;
    private final List<ServiceReference<?>> services = new CopyOnWriteArrayList<>();

    Contribution(BundleContext context, ServiceReference<?> first) {
        this.context = context;
        services.add(first);
    }

    final void add(ServiceReference<?> service) {
        services.add(service);
    }

    final void remove(ServiceReference<?> service) {
        services.remove(service);
    }

    /** The component that is there now; null if there is none. */
    @SuppressWarnings("unchecked")
    final C current() {
        for (ServiceReference<?> service : services) {
            Object component = context.getService(service);
            if (component != null) {
                return (C) component;
            }
        }
        return null;
    }

    /** The component that is there now, for a call of a program. */
    final C required() throws KernelException {
        C component = current();
        if (component == null) {
            throw KernelException.of(Errno.ENXIO);
        }
        return component;
    }
}
