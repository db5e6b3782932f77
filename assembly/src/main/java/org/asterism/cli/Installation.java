package org.asterism.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.Progress;
import org.asterism.assembly.RefusedException;

/**
 * Where the tool's own files are: the checkout that the launcher script belongs to.
 *
 * @param home the checkout's root
 * @param modules folder with the jars of the project's modules
 * @param build hash of the sources that the modules were built from, as the launcher computed it
 */
record Installation(Path home, Path modules, String build) {
    private static final String HOME = "asterism.home";
    private static final String MODULES = "asterism.modules";
    private static final String BUILD = "asterism.build";

    /** Finds the installation by the properties that the launcher sets. */
    static Installation find() throws RefusedException {
        String home = System.getProperty(HOME);
        if (home == null || !Files.isRegularFile(Path.of(home, "kernel.bndrun"))) {
            throw new RefusedException("system property " + HOME + " is '" + home
                    + "', not the root of a checkout; start the tool by its launcher script ./asterism");
        }
        return new Installation(Path.of(home), Path.of(System.getProperty(MODULES, home)), System.getProperty(BUILD, ""));
    }

    /** The descriptor used when none is named. */
    Path defaultDescriptor() {
        return home.resolve("kernel.bndrun");
    }

    /** Where assembled kernels and object files are kept; safe to delete. */
    Path cache() {
        return home.resolve("target").resolve("kernels");
    }

    /** Progress on standard error, of which the launcher knows whether it is a terminal. */
    static Progress progress() {
        return Boolean.getBoolean("asterism.stderr.terminal") ? Progress.toTerminal(System.err) : Progress.to(System.err);
    }
}
