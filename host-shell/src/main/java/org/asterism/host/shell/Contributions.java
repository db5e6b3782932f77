package org.asterism.host.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.kernel.vfs.CharacterDevice;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.bus.Driver;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Keeps the files that bundles contribute, in {@code /dev} and {@code /proc}, in their places while the bundles come and go. A file system
 * is wired once to all of them, as in a kernel; were it wired to the bundles' own services, it would be made anew, without its files and mounts,
 * whenever a driver is updated. So every other bundle sees a {@link Contribution} in place of each, by the name of its component: that of a later
 * version takes the place of the earlier one.
 *
 * <p>What is also a service of another kind, other than {@link Driver}, is left as it is.
 */
final class Contributions implements AllServiceListener, FindHook, EventListenerHook {
    private static final String DEVICE = CharacterDevice.class.getName();
    private static final String ENTRY = ProcEntry.class.getName();
    private static final Set<String> REPLACED = Set.of(DEVICE, ENTRY, Driver.class.getName());
    private static final String COMPONENT = "component.name";

    private final BundleContext context;
    private final Map<String, Contribution<?>> contributions = new ConcurrentHashMap<>();

    private Contributions(BundleContext context) {
        this.context = context;
    }

    /** Begins before any component is there; ends with the bundle of the context. */
    static void keep(BundleContext context) {
        Contributions contributions = new Contributions(context);
        context.registerService(new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, contributions, null);
        try {
            context.addServiceListener(contributions, "(|(objectClass=" + DEVICE + ")(objectClass=" + ENTRY + "))");
        } catch (InvalidSyntaxException failure) {
            throw new IllegalStateException("the filter is a constant", failure);
        }
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        ServiceReference<?> service = event.getServiceReference();
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            contributions.values().forEach(contribution -> contribution.remove(service));
        } else if (event.getType() == ServiceEvent.REGISTERED && isReplaced(service)) {
            contracts(service).forEach(contract -> add(contract, service));
        }
    }

    private void add(String contract, ServiceReference<?> service) {
        String key = contract + ' ' + service.getProperty(COMPONENT);
        Contribution<?> known = contributions.get(key);
        if (known != null) {
            known.add(service);
        } else if (contract.equals(DEVICE)) {
            contribute(key, contract, new ContributedDevice(context, service), service);
        } else if (contract.equals(ENTRY)) {
            contribute(key, contract, new ContributedEntry(context, service), service);
        }
    }

    private void contribute(String key, String contract, Contribution<?> contribution, ServiceReference<?> service) {
        contributions.put(key, contribution);
        Dictionary<String, Object> properties = new Hashtable<>();
        List.of(service.getPropertyKeys()).stream()
                .filter(name -> !name.startsWith("service.") || name.equals(Constants.SERVICE_RANKING))
                .filter(name -> !name.equals(Constants.OBJECTCLASS))
                .forEach(name -> properties.put(name, service.getProperty(name)));
        context.registerService(contract, contribution, properties);
    }

    @Override
    public void find(BundleContext finder, String name, String filter, boolean allServices, Collection<ServiceReference<?>> references) {
        if (!seesAll(finder)) {
            references.removeIf(this::isReplaced);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (isReplaced(event.getServiceReference())) {
            new ArrayList<>(listeners.keySet()).stream().filter(listener -> !seesAll(listener)).forEach(listeners::remove);
        }
    }

    private boolean seesAll(BundleContext other) {
        return other.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID || other.getBundle().equals(context.getBundle());
    }

    private boolean isReplaced(ServiceReference<?> service) {
        Set<String> contracts = contracts(service);
        return service.getProperty(COMPONENT) != null && (contracts.contains(DEVICE) || contracts.contains(ENTRY)) && REPLACED.containsAll(contracts)
                && !context.getBundle().equals(service.getBundle());
    }

    private static Set<String> contracts(ServiceReference<?> service) {
        return Set.of((String[]) service.getProperty(Constants.OBJECTCLASS));
    }
}
