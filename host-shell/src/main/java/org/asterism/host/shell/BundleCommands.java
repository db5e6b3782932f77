package org.asterism.host.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The shell's commands for bundles that come and go. Those of Felix print what goes wrong and count as done; they stop a bundle before they look at what
 * is to replace it; and they stop what the kernel stands on.
 */
@Component(service = BundleCommands.class, property = {
    "osgi.command.scope=asterism",
    "osgi.command.function=install",
    "osgi.command.function=start",
    "osgi.command.function=stop",
    "osgi.command.function=update",
    "osgi.command.function=uninstall",
    "osgi.command.function=refresh"
})
public final class BundleCommands {
    private static final long PATIENCE_SECONDS = 60;

    private final BundleContext context;
    private final KernelFooting footing;
    private final Function<Path, List<String>> verifier;
    private final Consumer<Object> refusals;

    /**
     * Commands of one framework.
     *
     * @param context of the framework
     * @param footing what must stay
     * @param verifier says what is wrong with a jar
     * @param refusals is told, in lines of text
     */
    @Activate
    public BundleCommands(BundleContext context, @Reference KernelFooting footing,
            @Reference(target = "(asterism.verifier=true)") Function<Path, List<String>> verifier,
            @Reference(target = "(asterism.refusals=true)") Consumer<Object> refusals) {
        this.context = context;
        this.footing = footing;
        this.verifier = verifier;
        this.refusals = refusals;
    }

    /**
     * Installs bundles.
     *
     * @param locations URLs
     * @return their numbers, to be shown
     */
    public String install(String... locations) {
        List<String> numbers = new ArrayList<>();
        for (String location : locations) {
            numbers.add("Bundle ID: " + installed(location).getBundleId());
        }
        return String.join("\n", numbers);
    }

    /**
     * Starts bundles.
     *
     * @param bundles numbers, or URLs of bundles to be installed first
     */
    public void start(Object... bundles) {
        for (Object bundle : bundles) {
            String word = String.valueOf(bundle);
            start(word.matches("\\d+") ? bundle(Long.parseLong(word)) : installed(word));
        }
    }

    private void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException failure) {
            throw new IllegalArgumentException(bundle.getSymbolicName() + ' ' + bundle.getVersion() + " is not started: " + words(failure), failure);
        }
    }

    /**
     * Stops bundles.
     *
     * @param numbers of the bundles
     */
    public void stop(long... numbers) {
        for (long number : numbers) {
            Bundle bundle = bundle(number);
            refuseWhatMustStay(bundle.getSymbolicName(), List.of(bundle), "stopped");
            try {
                bundle.stop();
            } catch (BundleException failure) {
                throw new IllegalArgumentException(bundle.getSymbolicName() + " is not stopped: " + words(failure), failure);
            }
        }
    }

    /**
     * Removes bundles.
     *
     * @param numbers of the bundles
     */
    public void uninstall(long... numbers) {
        for (long number : numbers) {
            Bundle bundle = bundle(number);
            refuseWhatMustStay(bundle.getSymbolicName(), List.of(bundle), "removed");
            try {
                bundle.uninstall();
            } catch (BundleException failure) {
                throw new IllegalArgumentException(bundle.getSymbolicName() + " is not removed: " + words(failure), failure);
            }
        }
    }

    /**
     * Replaces a bundle by what is at the place that it was installed from.
     *
     * @param number of the bundle
     */
    public void update(long number) {
        update(number, bundle(number).getLocation());
    }

    /**
     * Replaces a bundle, and has those that use its packages use the new ones. What would be refused does not replace it.
     *
     * @param number of the bundle
     * @param location URL of the new content
     */
    public void update(long number, String location) {
        Bundle bundle = bundle(number);
        Collection<Bundle> users = wiring().getDependencyClosure(List.of(bundle));
        refuseWhatMustStay(bundle.getSymbolicName(), users, "replaced");
        Path jar = copy(location);
        try (InputStream content = Files.newInputStream(jar)) {
            refuseWhatIsWrong(bundle, jar, location);
            bundle.update(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (BundleException failure) {
            throw new IllegalArgumentException(bundle.getSymbolicName() + " is not replaced: " + words(failure), failure);
        } finally {
            delete(jar);
        }
        if (users.size() > 1) {
            refresh(List.of(bundle));
        }
    }

    /**
     * Has bundles, and those that use their packages, use the newest of what they were wired to.
     *
     * @param numbers of the bundles; none for all of which an older content is still in use
     */
    public void refresh(long... numbers) {
        List<Bundle> bundles = new ArrayList<>();
        for (long number : numbers) {
            bundles.add(bundle(number));
        }
        Collection<Bundle> wanted = numbers.length == 0 ? wiring().getRemovalPendingBundles() : bundles;
        Collection<Bundle> all = wiring().getDependencyClosure(wanted);
        refuseWhatMustStay(String.join(", ", all.stream().map(Bundle::getSymbolicName).distinct().sorted().toList()), all, "wired anew");
        refresh(wanted);
    }

    private void refresh(Collection<Bundle> bundles) {
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> done.countDown());
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalArgumentException("the bundles are not wired anew after " + PATIENCE_SECONDS + " seconds; that goes on");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    private Bundle bundle(long number) {
        Bundle bundle = context.getBundle(number);
        if (bundle == null) {
            throw new IllegalArgumentException("no bundle has number " + number + "; lb -s lists those that are installed");
        }
        return bundle;
    }

    private void refuseWhatMustStay(String names, Collection<Bundle> going, String how) {
        footing.needs(going).ifPresent(need -> {
            throw new IllegalArgumentException(names + " cannot be " + how + " while the kernel runs, because " + need
                    + ", and its files and processes would be lost; end this session, and begin one with the other bundle");
        });
    }

    private void refuseWhatIsWrong(Bundle bundle, Path jar, String location) throws IOException {
        List<String> problems = verifier.apply(jar);
        problems.forEach(problem -> refusals.accept(problem.replace(jar.toString(), location)));
        String kept = "; " + bundle.getSymbolicName() + ' ' + bundle.getVersion() + " is kept";
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(location + " is refused" + kept);
        }
        String name = symbolicName(jar);
        if (!name.equals(bundle.getSymbolicName())) {
            throw new IllegalArgumentException(location + " holds " + name + kept + "; install the other beside it");
        }
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME).split(";")[0].strip();
        }
    }

    private Bundle installed(String location) {
        Path jar = copy(location);
        try (InputStream content = Files.newInputStream(jar)) {
            return context.installBundle(location, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (BundleException failure) {
            throw new IllegalArgumentException(location + " is not installed: " + words(failure), failure);
        } finally {
            delete(jar);
        }
    }

    private Path copy(String location) {
        try (InputStream content = new URL(location).openStream()) {
            Path copy = Files.createTempFile(context.getDataFile("").toPath(), "content-", ".jar");
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (MalformedURLException failure) {
            throw new IllegalArgumentException(location + " is neither a number nor a URL; write file: before a path", failure);
        } catch (IOException failure) {
            throw new IllegalArgumentException(location + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String words(BundleException failure) {
        if (failure.getType() == BundleException.RESOLVE_ERROR || failure.getType() == BundleException.REJECTED_BY_HOOK) {
            return "it does not resolve" + (String.valueOf(failure.getMessage()).contains("Resolver hook") ? "" : ": " + failure.getMessage());
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
