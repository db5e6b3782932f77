package org.asterism.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundleBaseline;
import org.asterism.assembly.bundle.BundlePool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code asterism baseline}: whether versions say what has changed since a release. */
@Command(
        name = "baseline",
        description = "Compares bundles with those of an earlier release: every exported package and bundle that has changed must have the version"
                + " that semantic versioning asks for.",
        mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "jar or folder of the release")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "jar or folder of what is to be released")
    private Path after;

    @Override
    public Integer call() throws RefusedException, IOException {
        List<String> mistakes = new ArrayList<>();
        List<Bundle> old = read(before, mistakes);
        int compared = 0;
        for (Bundle bundle : read(after, mistakes)) {
            for (Bundle earlier : old) {
                if (earlier.symbolicName().equals(bundle.symbolicName())) {
                    mistakes.addAll(BundleBaseline.compare(earlier, bundle));
                    compared++;
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new RefusedException(mistakes);
        }
        if (compared == 0) {
            throw new RefusedException(before + " and " + after + " have no bundle in common, so nothing was compared; name folders of jars");
        }
        System.out.println(compared + " bundles compared, all versions are right");
        return ExitCode.OK;
    }

    private static List<Bundle> read(Path place, List<String> mistakes) throws RefusedException, IOException {
        return BundlePool.read(BundlePool.find(Path.of("").toAbsolutePath(), List.of(place.toString())), mistakes).bundles();
    }
}
