package org.asterism.machine;

import org.asterism.assembly.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** QEMU's command line for a machine of the kernel's architecture, q35 or virt, without anything a server would not have. */
final class QemuCommand {
    private QemuCommand() {}

    /** The arguments that make a character device the raw channel: the second serial port, which {@code virt} has on the PCI bus. */
    static List<String> channel(MachineOptions options, String device) throws IOException {
        return Architecture.of(options.kernel()) == Architecture.X86_64 ? List.of("-serial", "chardev:" + device)
                : List.of("-device", "pci-serial,chardev=" + device);
    }

    /**
     * The machine alone, without serial ports: callers add those, the console first.
     *
     * <p>{@code -no-reboot} makes a triple fault or a restart end QEMU instead of looping.
     */
    static List<String> machine(MachineOptions options) throws IOException {
        Architecture architecture = Architecture.of(options.kernel());
        boolean pc = architecture == Architecture.X86_64;
        List<String> command = new ArrayList<>(List.of(
                // the machine ends with this process, even if nobody is left to end it
                "setpriv", "--pdeathsig", "KILL",
                architecture.emulator(),
                "-nodefaults", "-no-user-config", "-no-reboot",
                "-display", "none",
                "-machine", pc ? "q35" : "virt",
                "-accel", accelerator(options, pc),
                "-cpu", options.accelerator().startsWith("kvm") ? "host" : pc ? "max" : "rv64",
                "-m", options.memoryMebibytes() + "M",
                "-smp", String.valueOf(options.processors()),
                "-kernel", options.kernel().toString(),
                "-initrd", options.initramfs().toString(),
                "-append", options.commandLine()));
        int index = 0;
        for (Path drive : options.drives()) {
            String id = "drive" + index++;
            // a comma in a file name is doubled, as QEMU's option syntax wants it
            command.addAll(List.of("-drive", "if=none,format=raw,id=" + id + ",file=" + drive.toString().replace(",", ",,"),
                    "-device", "virtio-blk-pci,drive=" + id));
        }
        options.gdbPort().ifPresent(port -> command.addAll(List.of("-gdb", "tcp:127.0.0.1:" + port)));
        command.addAll(options.extraArguments());
        return command;
    }

    /** QEMU 7.2 aborts where several RISC-V processors have threads of their own and there is a serial port on the PCI bus (rcu_read_unlock). */
    private static String accelerator(MachineOptions options, boolean pc) {
        boolean shareOneThread = !pc && options.processors() > 1 && options.accelerator().equals("tcg");
        return shareOneThread ? "tcg,thread=single" : options.accelerator();
    }
}
