package org.asterism.assembly;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The architectures that kernels are made for: their names, and the programs of this host that go with them. */
public enum Architecture {
    /** Intel and AMD, 64 bits. */
    X86_64("x86_64", 62, "", "qemu-system-x86_64"),
    /** RISC-V, 64 bits. */
    RISCV64("riscv64", 243, "riscv64-linux-gnu-", "qemu-system-riscv64");

    private static final int HEADER_BYTES = 20;
    private static final int MACHINE_OFFSET = 18;

    private final String word;
    private final int elfMachine;
    private final String toolPrefix;
    private final String emulator;

    Architecture(String word, int elfMachine, String toolPrefix, String emulator) {
        this.word = word;
        this.elfMachine = elfMachine;
        this.toolPrefix = toolPrefix;
        this.emulator = emulator;
    }

    /**
     * What users and descriptors call it.
     *
     * @return the value of the capability {@code ostd.arch}
     */
    public String word() {
        return word;
    }

    /**
     * In front of the names of the GNU tools.
     *
     * @return empty for those of the host
     */
    public String toolPrefix() {
        return toolPrefix;
    }

    /**
     * The program that emulates a machine.
     *
     * @return a name on the path
     */
    public String emulator() {
        return emulator;
    }

    /**
     * The architecture of a name.
     *
     * @param word as {@link #word()}
     * @return empty if there is none
     */
    public static Optional<Architecture> named(String word) {
        return Arrays.stream(values()).filter(architecture -> architecture.word.equals(word)).findFirst();
    }

    /**
     * All names.
     *
     * @return for people
     */
    public static String words() {
        return Arrays.stream(values()).map(Architecture::word).collect(Collectors.joining(" or "));
    }

    /**
     * The architecture that an ELF file is for.
     *
     * @param file an image
     * @return its architecture
     * @throws IOException if it cannot be read, is no ELF file, or is for another machine
     */
    public static Architecture of(Path file) throws IOException {
        byte[] header;
        try (var in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER_BYTES);
        }
        int machine = header.length < HEADER_BYTES || header[0] != 0x7f ? -1
                : ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getShort(MACHINE_OFFSET) & 0xffff;
        return Arrays.stream(values()).filter(architecture -> architecture.elfMachine == machine).findFirst()
                .orElseThrow(() -> new IOException(file + ": " + (machine < 0 ? "no ELF file" : "an ELF file for machine " + machine)
                        + "; a kernel is an ELF file for " + words()));
    }
}
