package org.asterism.assembly.descriptor;

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
}
