package org.asterism.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** QEMU's command line for a q35 machine without anything a server would not have. */
final class QemuCommand {
    private static final String PROGRAM = "qemu-system-x86_64";

    private QemuCommand() {}

    /**
     * The machine alone, without serial ports: callers add those, the console first.
     *
     * <p>{@code -no-reboot} makes a triple fault or a restart end QEMU instead of looping.
     */
    static List<String> machine(MachineOptions options) {
        List<String> command = new ArrayList<>(List.of(
                // the machine ends with this process, even if nobody is left to end it
                "setpriv", "--pdeathsig", "KILL",
                PROGRAM,
                "-nodefaults", "-no-user-config", "-no-reboot",
                "-display", "none",
                "-machine", "q35",
                "-accel", options.accelerator(),
                "-cpu", options.accelerator().startsWith("kvm") ? "host" : "max",
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
}
