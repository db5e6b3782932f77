package org.asterism.assembly.descriptor;

import aQute.bnd.osgi.resource.CapReqBuilder;
import java.util.Optional;
import org.osgi.framework.VersionRange;
import org.osgi.resource.Requirement;

/**
 * One entry of {@code -runrequires}: what the kernel itself asks for.
 *
 * @param requirement the entry in OSGi's general form
 * @param symbolicName the bundle asked for, if the entry names a bundle
 * @param range the versions of that bundle the whole kernel accepts; everything if the entry names none
 */
public record RootRequirement(Requirement requirement, Optional<String> symbolicName, VersionRange range) {
    /** The range that every version lies in. */
    public static final VersionRange ANY_VERSION = new VersionRange("0.0.0");

    /** Stands for entries that could not be read, so that what follows from their absence is not told; asks for nothing. */
    public static final RootRequirement UNKNOWN = new RootRequirement(new CapReqBuilder("ostd.unknown")
            .addDirective("resolution", "optional").buildSyntheticRequirement(), Optional.empty(), ANY_VERSION);
}
