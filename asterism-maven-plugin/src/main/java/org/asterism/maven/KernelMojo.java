package org.asterism.maven;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.Assembler;
import org.asterism.assembly.AssemblyRequest;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Sha256;
import org.eclipse.aether.RepositorySystem;

/** What all goals share: the descriptor, the candidates, and how refusals are told. */
abstract class KernelMojo extends AbstractMojo {
    /** The BOM whose bundles are used unless another is named. */
    static final String PLATFORM = "org.asterism:bom:1.0.0";

    private static final int JDK = 17;

    /** The kernel's descriptor. */
    @Parameter(property = "asterism.descriptor", defaultValue = "${project.basedir}/kernel.bndrun")
    private File descriptor;

    /** A BOM, {@code groupId:artifactId:version}: the kernel may be made of the bundles it lists, besides the project's own. */
    @Parameter(property = "asterism.platform", defaultValue = PLATFORM)
    private String platform;

    /** The architecture of the kernel in place of the descriptor's: {@code x86_64} or {@code riscv64}. */
    @Parameter(property = "asterism.architecture")
    private String architecture;

    /** More places to look for bundles: jars, folders or globs, relative to the working directory. */
    @Parameter
    private List<String> bundles = List.of();

    /** Does nothing. */
    @Parameter(property = "asterism.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private RepositorySystem repositories;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, as asterism.skip says");
            return;
        }
        try {
            if (Runtime.version().feature() != JDK) {
                throw new RefusedException("Maven runs on Java " + Runtime.version().feature() + ", and kernels are made of JDK " + JDK
                        + "'s java.base; set JAVA_HOME to a JDK " + JDK);
            }
            work();
        } catch (RefusedException e) {
            e.reasons().forEach(getLog()::error);
            throw new MojoFailureException(e.reasons().size() == 1 ? e.reasons().get(0)
                    : e.reasons().size() + " reasons, listed above, not to make this kernel");
        } catch (IOException e) {
            throw new MojoExecutionException("a file cannot be read or written: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        }
    }

    /** The goal proper. */
    abstract void work() throws RefusedException, IOException, InterruptedException, MojoFailureException;

    final Assembler assembler() {
        return new Assembler(cache(), Progress.to(new PrintStream(new LogStream(getLog()), true)));
    }

    /** The folder for everything that is kept between builds. */
    final Path cache() {
        return Path.of(project.getBuild().getDirectory(), "asterism");
    }

    final AssemblyRequest request(Optional<Path> lock) throws RefusedException, IOException {
        Path own = collect("platform", new KernelBundles(repositories).platform(project, session, platform));
        List<String> patterns = new ArrayList<>(bundles);
        patterns.add(collect("candidates", KernelBundles.of(project)).toString());
        return new AssemblyRequest(descriptor.toPath(), patterns, own, toolIdentity(), lock, wantedArchitecture());
    }

    private Optional<Architecture> wantedArchitecture() throws RefusedException {
        Optional<Architecture> named = Optional.ofNullable(architecture).flatMap(Architecture::named);
        if (architecture != null && named.isEmpty()) {
            throw new RefusedException("asterism.architecture is '" + architecture + "', which is no architecture of kernels; write " + Architecture.words());
        }
        return named;
    }

    /** Copies candidates together, where a person can see what the kernel was chosen from. */
    private Path collect(String name, List<Path> jars) throws IOException {
        Path folder = Files.createDirectories(cache().resolve(name));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    /** Hash of the assembler's and the compiler's jars, so that another version does not take what this one made for its own. */
    private static String toolIdentity() throws IOException {
        try {
            return Sha256.of(jarOf(Assembler.class)) + Sha256.of(jarOf(org.asterism.aot.Compiler.class));
        } catch (URISyntaxException e) {
            throw new IOException("the plugin cannot find its own files", e);
        }
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
