package org.asterism.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.asterism.assembly.AssemblyInput;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.asterism.assembly.resolve.ArchitectureChoice;
import org.asterism.assembly.resolve.Resolution;
import org.asterism.assembly.wire.HostConfiguration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;

/** A kernel's bundles, running under Felix. */
public final class HostKernel implements AutoCloseable {
    private static final long STOP_MILLIS = 10_000;
    private static final String SHELL = "host-shell-*.jar";

    private final Framework framework;
    private final Path storage;
    private final List<String> bundles;
    private long bootNanos;

    private HostKernel(Framework framework, Path storage, List<String> bundles) {
        this.framework = framework;
        this.storage = storage;
        this.bundles = bundles;
    }

    /**
     * How to start.
     *
     * @param modules folder with the project's bundles, and in {@code framework} those that run them
     * @param storage folder for the framework's files; a folder made in it is deleted at the end
     * @param kept folder for what is remembered from one host to the next
     * @param tool identity of this tool
     * @param memoryBytes of the simulated machine
     * @param diskMebibytes sizes of simulated disks
     * @param drives files that are virtio disks; none for one of zeroes
     * @param devices other devices in software: {@code edu}, or a class path, {@code #} and a class
     * @param initramfs archive of the root file system; null for an empty one
     * @param commands Gogo commands to run; null for a shell
     * @param refusals told, in one line each, why a bundle was not resolved
     */
    public record Options(Path modules, Path storage, Path kept, String tool, long memoryBytes, List<Integer> diskMebibytes, List<Path> drives,
            List<String> devices, Path initramfs, String commands,
            Consumer<String> refusals) {
    }

    /**
     * Chooses the bundles of a descriptor for a host, and starts them and the kernel.
     *
     * @param input descriptor and candidates
     * @param options how
     * @return running
     * @throws RefusedException if the bundles do not resolve or start, with a line for each reason
     * @throws IOException if a file cannot be read or written
     */
    public static HostKernel start(AssemblyInput input, Options options) throws RefusedException, IOException {
        KernelDescriptor descriptor = HostDescriptor.of(input.descriptor());
        Resolution resolution = input.locating(() -> resolve(descriptor, input));
        HostVerifier verifier = input.locating(() -> HostVerifier.accept(resolution, options.kept(), options.tool()));
        Map<Path, Boolean> files = new LinkedHashMap<>();
        Path around = options.modules().resolve("framework");
        BundlePool.find(around, List.of("*.jar")).forEach(file -> files.put(file, false));
        BundlePool.find(around, List.of(SHELL)).forEach(shell -> files.put(shell, true));
        resolution.bundles().forEach(bundle -> files.put(bundle.file(), resolution.isPrivileged(bundle)));

        long begin = System.nanoTime();
        Path storage = Files.createTempDirectory(Files.createDirectories(options.storage()), "framework-");
        Framework framework = new FrameworkFactory().newFramework(configuration(descriptor, options, storage));
        HostKernel kernel = new HostKernel(framework, storage, resolution.bundles().stream().map(Object::toString).toList());
        boolean started = false;
        try {
            framework.init();
            HostRules rules = new HostRules(descriptor.grants(), bundle -> RevisionContent.newest(storage, bundle), verifier::problems, options.refusals());
            framework.getBundleContext().registerService(ResolverHookFactory.class, rules, null);
            framework.getBundleContext().registerService(Function.class, (Function<Path, List<String>>) verifier::problems,
                    FrameworkUtil.asDictionary(Map.of("asterism.verifier", "true")));
            framework.getBundleContext().registerService(Consumer.class, (Consumer<Object>) reason -> options.refusals().accept(String.valueOf(reason)),
                    FrameworkUtil.asDictionary(Map.of("asterism.refusals", "true")));
            HostConfiguration.of(resolution).forEach((component, properties) -> framework.getBundleContext().registerService(Map.class, properties,
                    FrameworkUtil.asDictionary(Map.of("asterism.configuration", component))));
            framework.getBundleContext().addBundleListener((SynchronousBundleListener) event -> tellFragment(event, options.refusals()));
            framework.start();
            kernel.install(files, rules);
            kernel.service(Runnable.class, "(asterism.failures=true)").run();
            kernel.service(Runnable.class, "(asterism.boot=true)").run();
            kernel.bootNanos = System.nanoTime() - begin;
            started = true;
            return kernel;
        } catch (BundleException e) {
            // what is wrong with a drive or a device is said by whoever could not plug it in
            throw new RefusedException(e.getCause() instanceof UncheckedIOException said ? said.getMessage()
                    : "the bundles do not start on this host: " + e.getMessage());
        } finally {
            if (!started) {
                kernel.close();
            }
        }
    }

    private static Resolution resolve(KernelDescriptor descriptor, AssemblyInput input) throws RefusedException {
        List<String> reasons = new ArrayList<>(input.mistakes());
        BundlePool pool = HostArchitecture.standingIn(input.pool(descriptor, reasons));
        return AssemblyInput.resolve(descriptor, ArchitectureChoice.fitting(descriptor, pool), reasons);
    }

    private static Map<String, String> configuration(KernelDescriptor descriptor, Options options, Path storage) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        Set<String> grants = new TreeSet<>();
        descriptor.grants().values().forEach(grants::addAll);
        configuration.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                Stream.concat(Stream.of(HostArchitecture.NAMESPACE + ";arch=" + HostArchitecture.LIKE), grants.stream().map(grant -> "ostd.grant;grant=" + grant))
                        .collect(Collectors.joining(",")));
        // the shell is started by the launcher, when the kernel runs
        configuration.put("gosh.args", "--nointeractive --noshutdown");
        configuration.put("felix.log.level", "1");
        // components that fail are told by the shell, in a line each
        configuration.put("ds.loglevel", "0");
        configuration.put("asterism.host.memory", Long.toString(options.memoryBytes()));
        configuration.put("asterism.host.drives",
                options.drives().stream().map(drive -> drive.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator)));
        configuration.put("asterism.host.disks", options.diskMebibytes().stream().map(String::valueOf).collect(Collectors.joining(",")));
        configuration.put("asterism.host.devices", String.join("\n", options.devices()));
        configuration.put("asterism.host.cmdline", descriptor.commandLine());
        configuration.put("asterism.host.grants", descriptor.grants().entrySet().stream()
                .map(grant -> grant.getKey() + '=' + String.join(",", grant.getValue())).collect(Collectors.joining(";")));
        if (options.initramfs() != null) {
            configuration.put("asterism.host.initramfs", options.initramfs().toString());
        }
        if (options.commands() != null) {
            configuration.put("asterism.host.exec", options.commands());
        }
        return configuration;
    }

    /** The framework says nothing of a fragment that it attaches to nothing. */
    private static void tellFragment(BundleEvent event, Consumer<String> refusals) {
        if (event.getType() == BundleEvent.INSTALLED && event.getBundle().getHeaders().get(Constants.FRAGMENT_HOST) != null) {
            refusals.accept(event.getBundle().getSymbolicName() + " is a fragment, which attaches to nothing here; make it a bundle");
        }
    }

    /** The framework reads the jar where it is. */
    private static String location(Path file) {
        return "reference:" + file.toAbsolutePath().toUri();
    }

    /** Components start when the component runtime does, last of all; the machine is switched on by the shell's bundle, when there are configurations. */
    private void install(Map<Path, Boolean> files, HostRules rules) throws BundleException {
        BundleContext context = framework.getBundleContext();
        List<Bundle> installed = new ArrayList<>();
        for (Map.Entry<Path, Boolean> file : files.entrySet()) {
            Bundle bundle = context.installBundle(location(file.getKey()));
            rules.own(bundle.getBundleId(), file.getKey().toAbsolutePath(), file.getValue());
            installed.add(bundle);
        }
        installed.sort(Comparator.comparingInt(HostKernel::startOrder));
        for (Bundle bundle : installed) {
            bundle.start();
        }
    }

    private static int startOrder(Bundle bundle) {
        return switch (bundle.getSymbolicName()) {
            case "org.apache.felix.configadmin" -> 0;
            case "org.asterism.host.shell" -> 1;
            case "org.apache.felix.scr" -> 3;
            default -> 2;
        };
    }

    /**
     * The kernel's own bundles.
     *
     * @return names and versions
     */
    public List<String> bundles() {
        return bundles;
    }

    /**
     * How long it took from resolved bundles to a kernel that has started its first process.
     *
     * @return milliseconds
     */
    public long bootMillis() {
        return bootNanos / 1_000_000;
    }

    /**
     * Runs the session: the commands, or a shell.
     *
     * @return its exit code
     * @throws RefusedException if the shell's component did not start
     */
    public int session() throws RefusedException {
        try {
            return ((Number) service(Callable.class, "(asterism.session=true)").call()).intValue();
        } catch (RefusedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the session failed", e);
        }
    }

    private <T> T service(Class<T> type, String filter) throws RefusedException {
        try {
            BundleContext context = framework.getBundleContext();
            Collection<ServiceReference<T>> found = context.getServiceReferences(type, filter);
            T service = found.isEmpty() ? null : context.getService(found.iterator().next());
            if (service == null) {
                throw new RefusedException("a component of the shell has not started because something it needs is missing;"
                        + " the descriptor must require service-mm, service-fs and service-proc");
            }
            return service;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter is well-formed", e);
        }
    }

    /** Stops everything and deletes the framework's files. */
    @Override
    public void close() throws IOException {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            throw new IOException("the framework does not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> walk = Files.walk(storage)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
