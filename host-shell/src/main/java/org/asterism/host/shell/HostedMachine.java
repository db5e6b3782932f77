package org.asterism.host.shell;

import org.asterism.ostd.host.TestMachine;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Switches the machine on before any component is made, and off when the framework stops. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class HostedMachine implements BundleActivator {
    private TestMachine machine;

    /** Made by the framework. */
    public HostedMachine() {
    }

    @Override
    public void start(BundleContext context) {
        ScriptRunner scripts = new ScriptRunner();
        machine = TestMachine.builder().shared().memory(Long.parseLong(context.getProperty("asterism.host.memory")))
                .commandLine(context.getProperty("asterism.host.cmdline"))
                .wallClock(System.currentTimeMillis() / 1000)
                .initialRamDisk(scripts::ramDisk)
                .build();
        context.registerService(TestMachine.class, machine, null);
        context.registerService(ScriptRunner.class, scripts, null);
        context.registerService(HostGrants.class, HostGrants.parse(context.getProperty("asterism.host.grants")), null);
    }

    @Override
    public void stop(BundleContext context) {
        machine.takeFailures().forEach(failure -> System.err.println("asterism: a task of the machine failed: " + failure));
        machine.close();
    }
}
