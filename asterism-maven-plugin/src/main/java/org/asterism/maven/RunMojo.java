package org.asterism.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.AssembledKernel;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.initramfs.InitramfsCache;
import org.asterism.machine.ExecSession;
import org.asterism.machine.InteractiveSession;
import org.asterism.machine.MachineOptions;

/** Boots the kernel in QEMU: a shell on the terminal, or one command, whose exit code other than 0 fails the build. */
@Mojo(name = "run", defaultPhase = LifecyclePhase.INTEGRATION_TEST, requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class RunMojo extends KernelMojo {
    /** A shell command to run in the guest in place of an interactive shell. */
    @Parameter(property = "asterism.exec")
    private String exec;

    /** Seconds that the command may take, from power-on. */
    @Parameter(property = "asterism.timeout", defaultValue = "120")
    private int timeout;

    /** Main memory in mebibytes. */
    @Parameter(property = "asterism.memory", defaultValue = "512")
    private int memory;

    /** Root file system: a cpio archive or a folder; the descriptor's own, else Debian's busybox, unless given. */
    @Parameter(property = "asterism.initramfs")
    private File initramfs;

    /** More arguments for QEMU, such as those that add a device. */
    @Parameter
    private List<String> qemuArguments = List.of();

    /** For Maven. */
    public RunMojo() {}

    @Override
    void work() throws RefusedException, IOException, InterruptedException, MojoFailureException {
        AssembledKernel kernel = assembler().assemble(request(Optional.empty()));
        Path archive = new InitramfsCache(cache()).archive(initramfs != null ? initramfs.toPath() : kernel.initramfs().orElse(null),
                Architecture.of(kernel.image()));
        String words = kernel.commandLine() + " console=ttyS0" + (exec == null ? "" : " asterism.exec");
        MachineOptions options = new MachineOptions(kernel.image(), archive, words.strip(), memory, 1, "tcg", List.of(),
                OptionalInt.empty(), qemuArguments);
        int exit = exec == null ? new InteractiveSession(options).run()
                : new ExecSession(options, exec.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(timeout), null, System.out, System.err).run();
        if (exit != 0) {
            throw new MojoFailureException(exec == null ? "QEMU ended with exit code " + exit : "'" + exec + "' ended in the guest with exit code "
                    + exit + (exit == ExecSession.TIMED_OUT ? ": its time was up, raise asterism.timeout" : ""));
        }
    }
}
