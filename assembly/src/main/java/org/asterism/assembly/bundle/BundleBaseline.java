package org.asterism.assembly.bundle;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Holds a bundle's versions against what has changed in its exported packages since an earlier release, by bnd's semantic baselining. */
public final class BundleBaseline {
    private BundleBaseline() {}

    /**
     * Compares two bundles of one symbolic name.
     *
     * @param before the released one
     * @param after the one to be released
     * @return one line for every version that is too low for what has changed, with the version to write
     * @throws IOException if a jar cannot be compared
     */
    public static List<String> compare(Bundle before, Bundle after) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Processor bnd = new Processor(); Jar older = new Jar(before.file().toFile()); Jar newer = new Jar(after.file().toFile())) {
            Baseline baseline = new Baseline(bnd, new DiffPluginImpl());
            for (Baseline.Info info : baseline.baseline(newer, older, new Instructions())) {
                if (info.mismatch) {
                    lines.add(after.symbolicName() + ": package " + info.packageName + " " + info.newerVersion + " has changed ("
                            + info.packageDiff.getDelta().name().toLowerCase(java.util.Locale.ROOT) + ") since " + info.olderVersion + "; write @Version(\""
                            + info.suggestedVersion + "\") in its package-info.java");
                }
            }
            Baseline.BundleInfo bundle = baseline.getBundleInfo();
            if (bundle.mismatch) {
                lines.add(after + " has changed since " + bundle.olderVersion + "; raise its version to " + bundle.suggestedVersion);
            }
            return lines;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(after.file() + ": cannot be compared with " + before.file() + ": " + e.getMessage(), e);
        }
    }
}
