package org.asterism.host.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.host.SimulatedDevice;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.pci.SimulatedEdu;
import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.host.virtio.VirtioFunction;
import org.asterism.ostd.host.virtio.VirtioModel;

/** Devices in software that the command line asks for: QEMU's teaching device by its name, or a class of the driver's own tests. */
final class HostedDevices {
    private static final String EDU = "edu";

    private HostedDevices() {
    }

    /** Plugs in one device a line: {@code edu}, or {@code PLACES#CLASS} with a class path and a class that has a constructor without parameters. */
    static void plug(TestMachine machine, String devices) {
        for (String device : devices.lines().toList()) {
            try {
                plug(machine, device.equals(EDU) ? new SimulatedEdu() : made(device));
            } catch (IOException failure) {
                throw new UncheckedIOException("--device " + device + ": " + failure.getMessage(), failure);
            }
        }
    }

    private static void plug(TestMachine machine, Object device) throws IOException {
        if (device instanceof SimulatedFunction function) {
            machine.plug(function);
        } else if (device instanceof VirtioModel model) {
            machine.plug(new VirtioFunction(model));
        } else if (device instanceof SimulatedDevice other) {
            machine.plug(other);
        } else {
            throw new IOException("its class is no device; extend SimulatedFunction, VirtioModel or SimulatedDevice");
        }
    }

    private static Object made(String device) throws IOException {
        int mark = device.lastIndexOf('#');
        if (mark < 1) {
            throw new IOException("is neither " + EDU + " nor a class; write it as target/test-classes#org.example.Model");
        }
        List<URL> places = new ArrayList<>();
        for (String place : device.substring(0, mark).split(File.pathSeparator)) {
            if (!Files.exists(Path.of(place))) {
                throw new IOException("there is no " + place + "; build it first");
            }
            places.add(Path.of(place).toUri().toURL());
        }
        // lives as long as the device, which is as long as the machine
        ClassLoader loader = new URLClassLoader(places.toArray(URL[]::new), TestMachine.class.getClassLoader());
        try {
            var constructor = Class.forName(device.substring(mark + 1), true, loader).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ClassNotFoundException missing) {
            throw new IOException("there is no class " + missing.getMessage() + " there", missing);
        } catch (NoSuchMethodException missing) {
            throw new IOException("its class has no constructor without parameters", missing);
        } catch (ReflectiveOperationException | LinkageError failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IOException("cannot be made: " + cause, failure);
        }
    }
}
