package org.asterism.assembly.bundle;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.asterism.assembly.RefusedException;

/** The bundles a kernel may be chosen from. Holds each identity (symbolic name and version) once. */
public final class BundlePool {
    /** Order of candidates: by name, newest version first. Resolution is deterministic because of it. */
    public static final Comparator<Bundle> ORDER = Comparator.comparing(Bundle::symbolicName)
            .thenComparing(Bundle::version, Comparator.reverseOrder());

    private final List<Bundle> bundles;

    private BundlePool(Collection<Bundle> bundles) {
        this.bundles = bundles.stream().sorted(ORDER).toList();
    }

    /**
     * Makes a pool of bundles already read.
     *
     * @param bundles the bundles; copies of one jar count once
     * @return the pool
     * @throws RefusedException if two different jars claim one identity
     */
    public static BundlePool of(Collection<Bundle> bundles) throws RefusedException {
        List<String> mistakes = new ArrayList<>();
        BundlePool pool = of(bundles, mistakes);
        if (!mistakes.isEmpty()) {
            throw new RefusedException(mistakes);
        }
        return pool;
    }

    private static BundlePool of(Collection<Bundle> bundles, List<String> mistakes) {
        Map<String, Bundle> byIdentity = new LinkedHashMap<>();
        for (Bundle bundle : bundles) {
            Bundle other = byIdentity.putIfAbsent(bundle.toString(), bundle);
            if (other != null && !other.sha256().equals(bundle.sha256())) {
                mistakes.add("duplicate bundle " + bundle + ": " + other.file() + " and " + bundle.file()
                        + " differ; remove one or raise its version");
            }
        }
        return new BundlePool(byIdentity.values());
    }

    /**
     * Finds the jar files that patterns stand for. A folder stands for the jars in it.
     *
     * @param base folder that relative patterns count from
     * @param patterns jar files, folders or globs ({@code ../*}{@code /target/*.jar})
     * @return absolute paths, sorted, each once
     * @throws RefusedException if a pattern stands for nothing
     * @throws IOException if a folder cannot be listed
     */
    public static SortedSet<Path> find(Path base, List<String> patterns) throws RefusedException, IOException {
        SortedSet<Path> files = new TreeSet<>();
        for (String pattern : patterns) {
            int before = files.size();
            Path path = base.resolve(globless(pattern)).normalize();
            if (pattern.contains("*") || pattern.contains("?")) {
                String rest = pattern.substring(globless(pattern).length());
                addMatches(path, rest, files);
            } else if (Files.isDirectory(path)) {
                addMatches(path, "*.jar", files);
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new RefusedException(path + ": no such bundle file or folder");
            }
            if (files.size() == before && !Files.exists(path)) {
                throw new RefusedException(pattern + ": matches no bundle under " + base);
            }
        }
        return files;
    }

    private static String globless(String pattern) {
        int star = pattern.indexOf('*');
        int question = pattern.indexOf('?');
        int first = star < 0 ? question : question < 0 ? star : Math.min(star, question);
        return first < 0 ? pattern : pattern.substring(0, pattern.lastIndexOf('/', first) + 1);
    }

    private static void addMatches(Path folder, String glob, SortedSet<Path> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        int depth = (int) glob.chars().filter(c -> c == '/').count() + 1;
        try (Stream<Path> found = Files.walk(folder, depth)) {
            found.filter(file -> matcher.matches(folder.relativize(file)) && Files.isRegularFile(file)).forEach(files::add);
        }
    }

    /**
     * Reads jar files into a pool. Jars that are not bundles are left out.
     *
     * @param files the jars
     * @param mistakes gets one line for every jar that cannot be read, and every identity that two different jars claim; if there are
     *     any, no kernel may be made of the pool
     * @return what could be read
     */
    public static BundlePool read(Collection<Path> files, List<String> mistakes) {
        List<Bundle> bundles = new ArrayList<>();
        for (Path file : files) {
            try {
                BundleReader.read(file).ifPresent(bundles::add);
            } catch (RefusedException e) {
                mistakes.addAll(e.reasons());
            }
        }
        return of(bundles, mistakes);
    }

    /**
     * A smaller pool.
     *
     * @param left tells who is left out
     * @return the others
     */
    public BundlePool without(Predicate<Bundle> left) {
        return new BundlePool(bundles.stream().filter(left.negate()).toList());
    }

    /**
     * All bundles.
     *
     * @return in {@link #ORDER}
     */
    public List<Bundle> bundles() {
        return bundles;
    }

    /**
     * The versions of one bundle.
     *
     * @param symbolicName the bundle
     * @return newest first, empty if the pool does not hold it
     */
    public List<Bundle> versions(String symbolicName) {
        return bundles.stream().filter(bundle -> bundle.symbolicName().equals(symbolicName)).toList();
    }
}
