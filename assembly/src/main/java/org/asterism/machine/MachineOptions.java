package org.asterism.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What to boot and on which machine.
 *
 * @param kernel the image
 * @param initramfs the cpio archive, plain or gzipped
 * @param commandLine the kernel's command line
 * @param memoryMebibytes size of main memory
 * @param processors number of processors
 * @param accelerator QEMU's accelerator: {@code tcg} or {@code kvm}
 * @param drives raw disk images, given to the guest as virtio block devices
 * @param gdbPort TCP port of this host on which QEMU lets gdb in while the machine runs; empty for none
 * @param extraArguments handed to QEMU as they are
 */
public record MachineOptions(
        Path kernel,
        Path initramfs,
        String commandLine,
        int memoryMebibytes,
        int processors,
        String accelerator,
        List<Path> drives,
        OptionalInt gdbPort,
        List<String> extraArguments) {}
