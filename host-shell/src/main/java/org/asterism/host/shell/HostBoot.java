package org.asterism.host.shell;

import org.asterism.kernel.KernelEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the launcher runs when all bundles have started: the last line of a generated boot class. */
@Component(service = Runnable.class, property = "asterism.boot=true")
public final class HostBoot implements Runnable {
    private final KernelEntry kernel;

    /**
     * The end of the boot.
     *
     * @param kernel to be started
     */
    @Activate
    public HostBoot(@Reference KernelEntry kernel) {
        this.kernel = kernel;
    }

    @Override
    public void run() {
        kernel.start();
    }
}
