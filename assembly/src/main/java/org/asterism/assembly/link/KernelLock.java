package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;

/** What decides an image's bytes, one line each: {@code kernel.lock}. Holds no paths and no times. */
public final class KernelLock {
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
     * @throws RefusedException with one line for every line that one has and the other has not
     * @throws IOException if the lock cannot be read
     */
    public static void check(Path expected, List<String> actual) throws RefusedException, IOException {
        if (!Files.isRegularFile(expected)) {
            throw new RefusedException(expected + ": no such lock; assemble once without --locked and keep the kernel.lock it writes");
        }
        Set<String> locked = new LinkedHashSet<>(Files.readAllLines(expected));
        List<String> drift = new ArrayList<>();
        locked.stream().filter(line -> !actual.contains(line)).forEach(line -> drift.add("locked, but not so now: " + line));
        actual.stream().filter(line -> !locked.contains(line)).forEach(line -> drift.add("now, but not locked: " + line));
        if (!drift.isEmpty()) {
            throw new RefusedException(drift);
        }
    }
}
