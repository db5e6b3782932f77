package org.asterism.host.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.kernel.syscall.SyscallTable;
import org.asterism.ostd.host.HostSyscallTable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The system calls of all bundles that are there: what the assembler makes a switch of. Providers may need the table themselves, so they are only
 * made when a program makes the first call after a change.
 */
@Component(service = {SyscallTable.class, HostSyscalls.class})
public final class HostSyscalls implements SyscallTable {
    private final BundleContext context;
    private final Map<ServiceReference<SyscallProvider>, Boolean> providers = new ConcurrentSkipListMap<>();
    private volatile HostSyscallTable table;

    /**
     * Knows no provider yet.
     *
     * @param context to get them by
     */
    @Activate
    public HostSyscalls(BundleContext context) {
        this.context = context;
    }

    /**
     * A provider has come.
     *
     * @param provider not made yet
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, service = SyscallProvider.class)
    void addProvider(ServiceReference<SyscallProvider> provider) {
        providers.put(provider, true);
        table = null;
    }

    /**
     * A provider is about to go: its calls are ENOSYS from now on.
     *
     * @param provider known
     */
    void removeProvider(ServiceReference<SyscallProvider> provider) {
        providers.remove(provider);
        table = null;
    }

    /** The bundles that provide calls, with their providers. */
    List<ServiceReference<SyscallProvider>> providers() {
        return List.copyOf(providers.keySet());
    }

    SyscallProvider provider(ServiceReference<SyscallProvider> reference) {
        return context.getService(reference);
    }

    private HostSyscallTable table() {
        HostSyscallTable known = table;
        if (known == null) {
            List<SyscallProvider> made = new ArrayList<>();
            for (ServiceReference<SyscallProvider> reference : providers.keySet()) {
                SyscallProvider provider = provider(reference);
                if (provider != null) {
                    made.add(provider);
                }
            }
            known = new HostSyscallTable(made);
            table = known;
        }
        return known;
    }

    @Override
    public long call(UserThread thread, int number, long a, long b, long c, long d, long e, long f) throws KernelException {
        return table().call(thread, number, a, b, c, d, e, f);
    }

    @Override
    public String name(int number) {
        return table().name(number);
    }
}
