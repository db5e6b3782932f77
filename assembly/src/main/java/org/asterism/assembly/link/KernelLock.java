package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.assembly.Excerpt;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;

/** What decides an image's bytes, one line each: {@code kernel.lock}. Holds no paths and no times. */
public final class KernelLock {
    private static final String REMEDY = "assemble once without --locked and keep the kernel.lock it writes";
    private static final int MOST_BYTES = 64 << 20;
    private static final int LONGEST_SHOWN = 2000;

    private KernelLock() {}

    /**
     * Writes the lock of an assembly down.
     *
     * @param resolution the chosen bundles
     * @param rootFiles what is in the root file system that the descriptor names
     * @param toolchain the programs used
     * @param javaBase the JDK's own classes
     * @param flags compiler and linker flags
     * @return lines in a fixed order
     */
    public static List<String> lines(Resolution resolution, Optional<RootFiles> rootFiles, Toolchain toolchain, JavaBase javaBase, List<String> flags) {
        List<String> lines = new ArrayList<>();
        lines.add("# what decides the bytes of this kernel; written by asterism assemble");
        for (Bundle bundle : resolution.bundles()) {
            lines.add("bundle " + bundle.symbolicName() + " " + bundle.version() + " sha256:" + bundle.sha256()
                    + (resolution.isPrivileged(bundle) ? " privileged" : ""));
        }
        lines.add("architecture " + resolution.architecture());
        lines.add("profile " + resolution.profile().name());
        resolution.descriptor().grants().forEach((bundle, grants) -> lines.add("grant " + bundle + " " + String.join(",", grants)));
        resolution.descriptor().bindings().forEach((reference, provider) -> lines.add("bind " + reference + " " + provider));
        resolution.descriptor().configuration().forEach((component, properties) -> lines.add("config " + component + " " + properties));
        lines.add("jdk " + toolchain.jdk());
        lines.add("java.base sha256:" + javaBase.sha256());
        lines.add("java.base source: " + javaBase.source());
        lines.add("gcc " + toolchain.gcc());
        lines.add("binutils " + toolchain.binutils());
        lines.add("flags " + String.join(" ", flags));
        rootFiles.ifPresent(files -> lines.addAll(files.lockLines()));
        return lines;
    }

    /**
     * Refuses any difference from a lock.
     *
     * @param expected the lock file to agree with
     * @param actual the lines of this assembly
     * @throws RefusedException with one line for every line that one has and the other has not, is empty or is there twice
     * @throws IOException if the lock cannot be read
     */
    public static void check(Path expected, List<String> actual) throws RefusedException, IOException {
        if (!Files.isRegularFile(expected)) {
            throw new RefusedException(expected + ": no such lock; " + REMEDY);
        }
        Map<String, Integer> locked = new LinkedHashMap<>();
        List<String> drift = new ArrayList<>();
        int number = 0;
        for (String line : read(expected)) {
            number++;
            Integer first = line.isBlank() ? Integer.valueOf(0) : locked.putIfAbsent(line, number);
            if (line.isBlank()) {
                drift.add(expected + ":" + number + ": is an empty line, which no lock has; take it out");
            } else if (first != null) {
                drift.add(expected + ":" + number + ": says again what line " + first + " says, '" + Excerpt.of(line, LONGEST_SHOWN) + "'; take it out");
            } else if (!actual.contains(line)) {
                drift.add("locked, but not so now: " + Excerpt.of(line, LONGEST_SHOWN));
            }
        }
        actual.stream().filter(line -> !locked.containsKey(line)).forEach(line -> drift.add("now, but not locked: " + line));
        if (drift.isEmpty() && !List.copyOf(locked.keySet()).equals(actual)) {
            drift.add(expected + ": has its lines in another order; " + REMEDY);
        }
        if (!drift.isEmpty()) {
            throw new RefusedException(drift);
        }
    }

    /**
     * Reads a lock.
     *
     * @param file that there is
     * @return its lines
     * @throws RefusedException if it is no text, or more than any lock
     * @throws IOException if it cannot be read
     */
    public static List<String> read(Path file) throws RefusedException, IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new RefusedException(file + ": has " + Files.size(file) + " bytes, more than any lock; " + REMEDY);
        }
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new RefusedException(file + ": is damaged, for it holds bytes that are no text in UTF-8; " + REMEDY);
        }
    }
}
