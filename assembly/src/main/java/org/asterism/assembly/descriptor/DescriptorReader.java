package org.asterism.assembly.descriptor;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Processor;
import aQute.bnd.osgi.resource.CapReqBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.asterism.aot.profile.PublishedProfile;
import org.asterism.assembly.NearestName;
import org.asterism.assembly.RefusedException;
import org.asterism.ostd.bus.Grant;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.VersionRange;
import org.osgi.resource.Requirement;

/** Parses a descriptor file. Collects every mistake in it before refusing. */
public final class DescriptorReader {
    private static final String REQUIRES = DescriptorKeys.REQUIRES;
    private static final String GRANT = "-ostd-grant";
    private static final String CONFIG = "-ostd-config";
    private static final List<String> GRANTS = Arrays.stream(Grant.values()).map(Grant::word).toList();

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern ESCAPED = Pattern.compile("\\\\.");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

    /** In a list without what is quoted, an entry that begins with its attributes. bnd would read neither it nor those after it. */
    private static final Pattern NAMELESS = Pattern.compile("(^|,)\\s*;");

    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> unclearGrants = new TreeSet<>();
    private final Path file;
    private final DescriptorText text;

    private DescriptorReader(Path file) throws IOException {
        this.file = file;
        this.text = new DescriptorText(file);
    }

    /**
     * Reads a descriptor that must be right.
     *
     * @param file a {@code .bndrun} file
     * @return its content, checked for form but not yet against any bundle
     * @throws RefusedException if the file is missing, unreadable or wrong; lists every mistake
     */
    public static KernelDescriptor read(Path file) throws RefusedException {
        ParsedDescriptor parsed = parse(file);
        if (!parsed.mistakes().isEmpty()) {
            throw new RefusedException(parsed.mistakes());
        }
        return parsed.descriptor();
    }

    /**
     * Reads a descriptor as far as possible, so that its mistakes can be told together with those that only bundles show.
     *
     * @param file a {@code .bndrun} file
     * @return its content and its mistakes
     * @throws RefusedException if the file is missing or unreadable
     */
    public static ParsedDescriptor parse(Path file) throws RefusedException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Files.isDirectory(file) ? file + ": is a folder; name the .bndrun file in it"
                    : file + ": no such descriptor" + others(file));
        }
        try {
            refuseWhatIsNoText(file);
            return new DescriptorReader(file).parse();
        } catch (IOException e) {
            throw new RefusedException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** bnd would read an image to its end, and make a line of every byte. */
    private static void refuseWhatIsNoText(Path file) throws IOException, RefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(MOST_BYTES + 1);
            boolean isBinary = IntStream.range(0, text.length).anyMatch(i -> text[i] == 0);
            if (isBinary || text.length > MOST_BYTES) {
                throw new RefusedException(file + ": is no descriptor, " + (isBinary ? "for it is a binary file" : "for it has more than " + MOST_BYTES + " bytes")
                        + "; name a .bndrun file");
            }
        }
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

    private ParsedDescriptor parse() throws IOException {
        try (Processor bnd = new Processor()) {
            bnd.setProperties(file.toFile());
            forgetByteOrderMark(bnd);
            for (File included : Objects.requireNonNullElse(bnd.getIncluded(), List.<File>of())) {
                text.include(included.toPath());
            }
            mistakes.addAll(DescriptorKeys.check(bnd, text));
            KernelDescriptor descriptor = new KernelDescriptor(
                    file,
                    requirements(bnd, REQUIRES),
                    requirements(bnd, DescriptorKeys.BLACKLIST),
                    profile(bnd),
                    new TreeSet<>(names(bnd, "-ostd-privileged")),
                    hashes(bnd),
                    grants(bnd),
                    unclearGrants,
                    bindings(bnd),
                    configuration(bnd),
                    bnd.getProperty("-ostd-cmdline", "").strip(),
                    Optional.ofNullable(bnd.getProperty("-ostd-initramfs"))
                            .filter(path -> !isUntranslated(path))
                            .map(path -> file.toAbsolutePath().resolveSibling(path.strip())),
                    names(bnd, "-ostd-bundles"));
            mistakes.addAll(BndComplaints.of(bnd, text));
            return new ParsedDescriptor(descriptor, List.copyOf(mistakes), text);
        }
    }

    private String profile(Processor bnd) {
        String name = bnd.getProperty("-ostd-profile", KernelDescriptor.DEFAULT_PROFILE).strip();
        if (PublishedProfile.NAMES.contains(name)) {
            return name;
        }
        mistakes.add(text.where("-ostd-profile") + ": unknown profile '" + name + "' in -ostd-profile; choose one of " + PublishedProfile.NAMES);
        return KernelDescriptor.DEFAULT_PROFILE;
    }

    /** To bnd, the mark that some editors put in front of a text is part of the first key. */
    private static void forgetByteOrderMark(Processor bnd) {
        for (String key : Set.copyOf(bnd.getPropertyKeys(false))) {
            if (key.startsWith(BYTE_ORDER_MARK)) {
                String value = bnd.getProperties().getProperty(key, "");
                bnd.unsetProperty(key);
                if (!key.startsWith("#", 1) && !key.startsWith("!", 1)) {
                    bnd.setProperty(key.substring(1), value);
                }
            }
        }
    }

    /** Entries without those whose macros bnd could not translate, and has told so. */
    private Parameters merged(Processor bnd, String key) {
        String list = Objects.requireNonNullElse(bnd.mergeProperties(key), "");
        Parameters entries = new Parameters(list, bnd);
        List.copyOf(entries.keySet()).stream().filter(DescriptorReader::isUntranslated).forEach(entries::remove);
        String unquoted = QUOTED.matcher(ESCAPED.matcher(list).replaceAll("q")).replaceAll("q");
        if (NAMELESS.matcher(unquoted).find()
                || entries.keySet().stream().anyMatch(name -> Processor.removeDuplicateMarker(name).isBlank())) {
            mistakes.add(text.where(key) + ": " + key + " has an entry without a name; write the name before its first semicolon");
            entries.keySet().removeIf(name -> Processor.removeDuplicateMarker(name).isBlank());
        }
        return entries;
    }

    private static boolean isUntranslated(String value) {
        return value.contains("${");
    }

    /** The names in a list; several lists are merged, and bnd marks a name that is in more than one. */
    private List<String> names(Processor bnd, String key) {
        return merged(bnd, key).keySet().stream().map(Processor::removeDuplicateMarker).distinct().toList();
    }

    private List<RootRequirement> requirements(Processor bnd, String key) {
        List<RootRequirement> roots = new ArrayList<>();
        Parameters entries = merged(bnd, key);
        entries.forEach((entry, attributes) -> root(key, Processor.removeDuplicateMarker(entry), attributes).ifPresent(roots::add));
        boolean isTorn = bnd.getPropertyKeys(true).stream().anyMatch(DescriptorKeys::isTorn);
        if (key.equals(REQUIRES) && (isTorn || roots.size() < entries.size() || entries.isEmpty())) {
            roots.add(RootRequirement.UNKNOWN);
        }
        if (key.equals(REQUIRES) && entries.isEmpty() && !isTorn) {
            mistakes.add(text.where(REQUIRES) + ": " + REQUIRES + " is missing or empty; name the bundles of the kernel there,"
                    + " for example bnd.identity;id=org.asterism.service.fs;version='[1.0,2)'");
        }
        return List.copyOf(roots);
    }

    private Optional<RootRequirement> root(String key, String namespace, Attrs attributes) {
        String id = attributes.get("id");
        String version = attributes.get("version");
        if (namespace.equals("bnd.identity") && (id == null || id.isBlank())) {
            mistakes.add(text.where(key, namespace) + ": bnd.identity in " + key + " lacks id=; write bnd.identity;id=SYMBOLIC-NAME");
            return Optional.empty();
        }
        if (!namespace.contains(".")) {
            mistakes.add(text.where(key, namespace) + ": '" + namespace + "' in " + key
                    + " is no kind of requirement; write bnd.identity;id=SYMBOLIC-NAME or ostd.arch;filter:='(arch=x86_64)'");
            return Optional.empty();
        }
        VersionRange range = RootRequirement.ANY_VERSION;
        try {
            if (version != null) {
                VersionRange written = new VersionRange(version);
                if (written.isEmpty()) {
                    throw new IllegalArgumentException(version);
                }
                range = written;
            }
        } catch (IllegalArgumentException e) {
            mistakes.add(text.where(key, id == null ? namespace : id) + ": " + id + " has version range '" + version
                    + "', which is not one; write a range such as '[1.0,2)'");
            attributes.remove("version"); // or what needs the bundle would be told for want of it
        }
        try {
            Requirement requirement = CapReqBuilder.getRequirementFrom(namespace, attributes);
            String filter = requirement.getDirectives().get("filter");
            if (filter == null) {
                mistakes.add(text.where(key, namespace) + ": " + namespace + " in " + key + " lacks its filter; write for example "
                        + namespace + ";filter:='(arch=x86_64)'");
                return Optional.empty();
            }
            FrameworkUtil.createFilter(filter);
            return Optional.of(new RootRequirement(requirement, Optional.ofNullable(id), range));
        } catch (RuntimeException | InvalidSyntaxException e) {
            mistakes.add(text.where(key, namespace) + ": " + namespace + " in " + key + " is malformed: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, String> hashes(Processor bnd) {
        Map<String, String> hashes = new TreeMap<>();
        merged(bnd, "-ostd-privileged").forEach((entry, attributes) -> {
            String bundle = Processor.removeDuplicateMarker(entry);
            String hash = attributes.get("sha256");
            if (hash != null && hash.matches("[0-9a-f]{64}")) {
                hashes.put(bundle, hash);
            } else if (!attributes.isEmpty()) {
                hashes.put(bundle, KernelDescriptor.UNREADABLE);
                mistakes.add(text.where("-ostd-privileged", bundle) + ": -ostd-privileged says " + attributes + " of " + bundle
                        + "; write its name alone, or " + bundle + ";sha256=HASH with the 64 digits that sha256sum prints for its jar");
            }
        });
        return hashes;
    }

    private Map<String, Set<String>> grants(Processor bnd) {
        Map<String, Set<String>> grants = new TreeMap<>();
        Parameters entries = merged(bnd, GRANT);
        // something is wrong with the key itself, or with an entry that names nobody
        boolean isUnclear = mistakes.stream().anyMatch(mistake -> mistake.contains(GRANT)) || bnd.getPropertyKeys(true).stream().anyMatch(DescriptorKeys::isTorn)
                || isUntranslated(Objects.requireNonNullElse(bnd.mergeProperties(GRANT), ""));
        if (isUnclear) {
            unclearGrants.add(KernelDescriptor.ALL);
        }
        entries.forEach((entry, attributes) -> {
            String bundle = Processor.removeDuplicateMarker(entry);
            String where = text.where(GRANT, bundle);
            String kinds = attributes.get("grant");
            if (kinds == null || kinds.isBlank()) {
                unclearGrants.add(bundle);
                mistakes.add(where + ": -ostd-grant for " + bundle + " lacks grant=; write " + bundle + ";grant=\"mmio,irq\"");
                return;
            }
            Set<String> granted = grants.computeIfAbsent(bundle, b -> new LinkedHashSet<>());
            for (String kind : kinds.split(",")) {
                if (GRANTS.contains(kind.strip())) {
                    granted.add(kind.strip());
                } else {
                    mistakes.add(where + ": -ostd-grant gives " + bundle + " '" + kind.strip() + "', which is no kind of resource"
                            + NearestName.hint(kind.strip(), GRANTS) + "; kinds are " + String.join(", ", GRANTS));
                    unclearGrants.add(bundle);
                }
            }
        });
        return grants;
    }

    private Map<String, String> bindings(Processor bnd) {
        Map<String, String> bindings = new TreeMap<>();
        merged(bnd, "-ostd-bind").forEach((reference, attributes) -> {
            String provider = attributes.get("to");
            String name = Processor.removeDuplicateMarker(reference);
            if (provider == null || provider.isBlank() || !reference.contains("/")) {
                mistakes.add(text.where("-ostd-bind", name) + ": -ostd-bind entry " + name
                        + " is malformed; write COMPONENT/REFERENCE;to=PROVIDER-COMPONENT");
            } else if (!name.equals(reference)) {
                mistakes.add(text.where("-ostd-bind", name) + ": -ostd-bind chooses for " + name + " twice; keep one");
            } else {
                bindings.put(reference, provider);
            }
        });
        return bindings;
    }

    private Map<String, Map<String, String>> configuration(Processor bnd) {
        Map<String, Map<String, String>> configuration = new TreeMap<>();
        merged(bnd, CONFIG).forEach((entry, attributes) -> {
            String component = Processor.removeDuplicateMarker(entry);
            Map<String, String> properties = configuration.computeIfAbsent(component, name -> new TreeMap<>());
            attributes.forEach((key, value) -> {
                String other = properties.put(key, value);
                if (other != null && !other.equals(value)) {
                    mistakes.add(text.where(CONFIG, component) + ": " + CONFIG + " sets " + key + " of " + component + " twice, to '" + other + "' and to '" + value
                            + "'; keep one");
                }
            });
        });
        return configuration;
    }
}
