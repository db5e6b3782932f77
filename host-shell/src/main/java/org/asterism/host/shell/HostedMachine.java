package org.asterism.host.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.ostd.host.SimulatedDisk;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.virtio.VirtioBlockModel;
import org.asterism.ostd.host.virtio.VirtioFunction;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Switches the machine on before any component is made, and off when the framework stops. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class HostedMachine implements BundleActivator {
    private static final int SECTORS_PER_MEBIBYTE = 2048;
    private static final long LATENCY_NANOS = 100_000;

    private TestMachine machine;

    /** Made by the framework. */
    public HostedMachine() {
    }

    @Override
    public void start(BundleContext context) {
        HostConfiguration.apply(context);
        Contributions.keep(context);
        byte[] files = rootFiles(context.getProperty("asterism.host.initramfs"));
        ScriptRunner scripts = new ScriptRunner();
        machine = TestMachine.builder().shared().memory(Long.parseLong(context.getProperty("asterism.host.memory")))
                .commandLine((context.getProperty("asterism.host.cmdline") + " init=" + ScriptRunner.PROGRAM).strip())
                .wallClock(System.currentTimeMillis() / 1000)
                .initialRamDisk(code -> scripts.ramDisk(code, files))
                .build();
        addDisks(context.getProperty("asterism.host.disks"));
        addDrives(context.getProperty("asterism.host.drives"));
        HostedDevices.plug(machine, context.getProperty("asterism.host.devices"));
        context.registerService(TestMachine.class, machine, null);
        context.registerService(ScriptRunner.class, scripts, null);
        context.registerService(HostGrants.class, HostGrants.parse(context.getProperty("asterism.host.grants")), null);
    }

    private static byte[] rootFiles(String archive) {
        try {
            return archive == null ? new byte[0] : Files.readAllBytes(Path.of(archive));
        } catch (IOException e) {
            throw new UncheckedIOException("the initramfs cannot be read", e);
        }
    }

    private void addDisks(String mebibytes) {
        int number = 0;
        for (String size : mebibytes.split(",")) {
            if (!size.isEmpty()) {
                machine.plug(new SimulatedDisk("disk" + number++, Integer.parseInt(size) * SECTORS_PER_MEBIBYTE, LATENCY_NANOS));
            }
        }
    }

    /** Files as virtio disks; without any, one disk of zeroes. */
    private void addDrives(String files) {
        try {
            if (files.isEmpty()) {
                machine.plug(new VirtioFunction(new VirtioBlockModel(new byte[1 << 20])));
                return;
            }
            for (String file : files.split(File.pathSeparator)) {
                machine.plug(new VirtioFunction(VirtioBlockModel.of(Path.of(file))));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("--drive: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void stop(BundleContext context) {
        machine.takeFailures().forEach(failure -> System.err.println("asterism: a task of the machine failed: " + failure));
        machine.close();
    }
}
