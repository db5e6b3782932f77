package org.asterism.host.shell;

import org.asterism.kernel.KernelEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the launcher runs when all bundles have started: the last line of a generated boot class. */
@Component(service = Runnable.class, property = "asterism.boot=true")
public final class HostBoot implements Runnable {
    private final KernelEntry kernel;
    private final HostSyscalls syscalls;

    /**
     * The end of the boot.
     *
     * @param kernel to be started
     * @param syscalls of all bundles
     */
    @Activate
    public HostBoot(@Reference KernelEntry kernel, @Reference HostSyscalls syscalls) {
        this.kernel = kernel;
        this.syscalls = syscalls;
    }

    /** Makes the components with system calls, lest the first program still makes them when the session ends, and starts the kernel. */
    @Override
    public void run() {
        syscalls.name(0);
        kernel.start();
    }
}
