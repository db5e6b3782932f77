package org.asterism.host.shell;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.kernel.abi.X86SyscallNumbers;
import org.asterism.kernel.block.BlockDevices;
import org.asterism.kernel.process.ProcessDirectory;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.bus.DeviceView;
import org.asterism.ostd.host.TestMachine;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's commands about the kernel; each prints to the session that called it. */
@Component(service = KernelCommands.class, property = {
    "osgi.command.scope=asterism",
    "osgi.command.function=devices",
    "osgi.command.function=disks",
    "osgi.command.function=id",
    "osgi.command.function=mounts",
    "osgi.command.function=processes",
    "osgi.command.function=syscalls",
    "osgi.command.function=kernellog",
    "osgi.command.function=run"
})
public final class KernelCommands {
    private static final long PATIENCE_SECONDS = 60;

    private final TestMachine machine;
    private final ProcessDirectory directory;
    private final HostSyscalls calls;
    private final ScriptRunner scripts;
    private final BlockDevices disks;
    private final BundleContext context;

    /**
     * Commands about one kernel.
     *
     * @param machine it runs on
     * @param directory of processes
     * @param calls of all bundles
     * @param scripts runs programs
     * @param disks of the machine
     * @param context knows all bundles
     */
    @Activate
    public KernelCommands(@Reference TestMachine machine, @Reference ProcessDirectory directory, @Reference HostSyscalls calls,
            @Reference ScriptRunner scripts, @Reference BlockDevices disks, BundleContext context) {
        this.machine = machine;
        this.directory = directory;
        this.calls = calls;
        this.scripts = scripts;
        this.disks = disks;
        this.context = context;
    }

    /**
     * The number of a bundle, for commands that take one: {@code update (id org.asterism.register.disk) file:new.jar}.
     *
     * @param symbolicName of the bundle
     * @return of the oldest, if there are several versions
     */
    public long id(String symbolicName) {
        return id(symbolicName, "");
    }

    /**
     * The number of one version of a bundle.
     *
     * @param symbolicName of the bundle
     * @param version begins its version
     * @return of the oldest, if there are several
     */
    public long id(String symbolicName, String version) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals(symbolicName) && bundle.getVersion().toString().startsWith(version)) {
                return bundle.getBundleId();
            }
        }
        throw new IllegalArgumentException("no bundle " + symbolicName + ' ' + version + " is installed; lb -s lists those that are");
    }

    /** Lists disks. */
    public void disks() {
        disks.all().forEach(disk -> System.out.println(disk.name() + ' ' + disk.sectors() + " sectors"));
    }

    /** Lists the machine's devices and who drives them. */
    public void devices() {
        for (DeviceView device : DeviceRegistry.devices()) {
            System.out.printf("%-16s %-28s %s%n", device.identity().location(), device.identity().description(),
                    device.driver().isEmpty() ? "no driver" : device.driver());
        }
        System.out.println(DeviceRegistry.devices().size() + " devices");
    }

    /**
     * Lists what is mounted where, as a program reads it.
     *
     * @throws InterruptedException when the session ends
     */
    public void mounts() throws InterruptedException {
        SyscallScript script = SyscallScript.parse("open \"/proc/self/mounts\" 0; read $1 @ 4096; write 1 @ $2");
        System.out.print(execute(script));
    }

    /** Lists processes. */
    public void processes() {
        System.out.printf("%5s %s %7s %s%n", "ID", "STATE", "THREADS", "COMMAND");
        for (ProcessView process : directory.processes()) {
            System.out.printf("%5d %5s %7d %s%n", process.id(), process.state(), process.threads().size(), process.command());
        }
    }

    /** Lists system calls, and the bundle that provides each. */
    public void syscalls() {
        Map<Integer, String> lines = new TreeMap<>();
        for (ServiceReference<SyscallProvider> reference : calls.providers()) {
            SyscallProvider provider = calls.provider(reference);
            for (Method method : provider.getClass().getMethods()) {
                Syscall call = method.getAnnotation(Syscall.class);
                int number = call == null ? -1 : X86SyscallNumbers.number(call.value());
                if (number >= 0) {
                    lines.put(number, String.format("%3d %-24s %s%s", number, call.value(), reference.getBundle().getSymbolicName(),
                            call.partial().isEmpty() ? "" : "  partial: " + call.partial()));
                }
            }
        }
        lines.values().forEach(System.out::println);
        System.out.println(lines.size() + " system calls");
    }

    /** Prints the kernel's log. */
    public void kernellog() {
        machine.log().forEach(System.out::println);
    }

    /**
     * Runs a program that makes system calls: {@code run 'open "/dev/null" 1; write $1 "text" 4'}.
     *
     * @param script what it does
     * @return its exit code
     * @throws InterruptedException when the session ends
     */
    public int run(String script) throws InterruptedException {
        SyscallScript parsed = SyscallScript.parse(script);
        System.out.print(execute(parsed));
        parsed.lines().forEach(System.out::println);
        return parsed.exitCode();
    }

    /** What it wrote to the terminal. */
    private String execute(SyscallScript script) throws InterruptedException {
        int before = machine.terminalOutput().length();
        scripts.run(script, PATIENCE_SECONDS);
        return machine.terminalOutput().substring(before).replace("\r\n", "\n");
    }
}
