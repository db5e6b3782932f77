package org.asterism.assembly.descriptor;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Processor;
import aQute.bnd.osgi.resource.CapReqBuilder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.RefusedException;
import org.osgi.framework.VersionRange;
import org.osgi.resource.Requirement;

/** Parses a descriptor file. Collects every mistake in it before refusing. */
public final class DescriptorReader {
    private static final String REQUIRES = "-runrequires";
    private static final String OWN_PREFIX = "-ostd-";
    private static final List<String> OWN_KEYS = List.of(
            "-ostd-bind", "-ostd-bundles", "-ostd-cmdline", "-ostd-config", "-ostd-grant", "-ostd-initramfs",
            "-ostd-privileged", "-ostd-profile");

    private final List<String> mistakes = new ArrayList<>();
    private final Path file;

    private DescriptorReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a descriptor.
     *
     * @param file a {@code .bndrun} file
     * @return its content, checked for form but not yet against any bundle
     * @throws RefusedException if the file is missing, unreadable or wrong; lists every mistake
     */
    public static KernelDescriptor read(Path file) throws RefusedException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(file + ": no such descriptor" + others(file));
        }
        return new DescriptorReader(file).read();
    }

    private static String others(Path missing) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> others = Files.newDirectoryStream(missing.toAbsolutePath().getParent(), "*.bndrun")) {
            others.forEach(other -> names.add(other.getFileName().toString()));
        } catch (IOException e) {
            names.clear(); // the folder does not exist either
        }
        return names.isEmpty() ? "; name an existing .bndrun file" : NearestName.hint(missing.getFileName().toString(), names);
    }

    private KernelDescriptor read() throws RefusedException {
        try (Processor bnd = new Processor()) {
            bnd.setProperties(file.toFile());
            checkKeys(bnd);
            KernelDescriptor descriptor = new KernelDescriptor(
                    file,
                    requirements(bnd),
                    bnd.getProperty("-ostd-profile", KernelDescriptor.DEFAULT_PROFILE).strip(),
                    new TreeSet<>(merged(bnd, "-ostd-privileged").keySet()),
                    grants(bnd),
                    bindings(bnd),
                    configuration(bnd),
                    bnd.getProperty("-ostd-cmdline", "").strip(),
                    Optional.ofNullable(bnd.getProperty("-ostd-initramfs"))
                            .map(path -> file.toAbsolutePath().resolveSibling(path.strip())),
                    List.copyOf(merged(bnd, "-ostd-bundles").keySet()));
            bnd.getErrors().forEach(error -> mistakes.add(file + ": " + error));
            if (!mistakes.isEmpty()) {
                throw new RefusedException(mistakes);
            }
            return descriptor;
        } catch (IOException e) {
            throw new RefusedException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** A misspelt key of ours would silently weaken a kernel; bnd itself accepts any key. */
    private void checkKeys(Processor bnd) {
        for (String key : new TreeSet<>(bnd.getPropertyKeys(true))) {
            if (!key.startsWith(OWN_PREFIX)) {
                continue;
            }
            boolean known = OWN_KEYS.stream().anyMatch(own -> key.equals(own) || key.startsWith(own + "."));
            if (!known) {
                mistakes.add(file + ": unknown key " + key + NearestName.hint(key, OWN_KEYS));
            }
        }
    }

    private static Parameters merged(Processor bnd, String key) {
        return new Parameters(bnd.mergeProperties(key), bnd);
    }

    private List<RootRequirement> requirements(Processor bnd) {
        List<RootRequirement> roots = new ArrayList<>();
        for (Map.Entry<String, Attrs> entry : merged(bnd, REQUIRES).entrySet()) {
            String namespace = Processor.removeDuplicateMarker(entry.getKey());
            root(namespace, entry.getValue()).ifPresent(roots::add);
        }
        if (roots.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(file + ": " + REQUIRES + " is missing or empty; name the bundles of the kernel there,"
                    + " for example bnd.identity;id=org.asterism.service.fs;version='[1.0,2)'");
        }
        return List.copyOf(roots);
    }

    private Optional<RootRequirement> root(String namespace, Attrs attributes) {
        String id = attributes.get("id");
        String version = attributes.get("version");
        if (namespace.equals("bnd.identity") && (id == null || id.isBlank())) {
            mistakes.add(file + ": bnd.identity in " + REQUIRES + " lacks id=; write bnd.identity;id=SYMBOLIC-NAME");
            return Optional.empty();
        }
        VersionRange range = RootRequirement.ANY_VERSION;
        try {
            if (version != null) {
                range = new VersionRange(version);
            }
        } catch (IllegalArgumentException e) {
            mistakes.add(file + ": " + id + " has version range '" + version
                    + "', which is not one; write a range such as '[1.0,2)'");
            return Optional.empty();
        }
        try {
            Requirement requirement = CapReqBuilder.getRequirementFrom(namespace, attributes);
            return Optional.of(new RootRequirement(requirement, Optional.ofNullable(id), range));
        } catch (RuntimeException e) {
            mistakes.add(file + ": " + namespace + " in " + REQUIRES + " is malformed: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, Set<String>> grants(Processor bnd) {
        Map<String, Set<String>> grants = new TreeMap<>();
        merged(bnd, "-ostd-grant").forEach((bundle, attributes) -> {
            String kinds = attributes.get("grant");
            if (kinds == null) {
                mistakes.add(file + ": -ostd-grant for " + bundle + " lacks grant=; write " + bundle + ";grant=\"mmio,irq\"");
                return;
            }
            Set<String> granted = grants.computeIfAbsent(Processor.removeDuplicateMarker(bundle), b -> new LinkedHashSet<>());
            Arrays.stream(kinds.split(",")).map(String::strip).forEach(granted::add);
        });
        return grants;
    }

    private Map<String, String> bindings(Processor bnd) {
        Map<String, String> bindings = new TreeMap<>();
        merged(bnd, "-ostd-bind").forEach((reference, attributes) -> {
            String provider = attributes.get("to");
            if (provider == null || !reference.contains("/")) {
                mistakes.add(file + ": -ostd-bind entry " + reference
                        + " is malformed; write COMPONENT/REFERENCE;to=PROVIDER-COMPONENT");
                return;
            }
            bindings.put(reference, provider);
        });
        return bindings;
    }

    private static Map<String, Map<String, String>> configuration(Processor bnd) {
        Map<String, Map<String, String>> configuration = new TreeMap<>();
        merged(bnd, "-ostd-config").forEach((component, attributes) ->
                configuration.put(Processor.removeDuplicateMarker(component), new TreeMap<>(attributes)));
        return configuration;
    }
}
