package org.asterism.service.fs.path;

import org.asterism.kernel.process.Credentials;
import org.asterism.service.fs.mount.Location;

/**
 * On whose behalf a path is walked.
 *
 * @param root where absolute paths begin, and what {@code ..} does not leave
 * @param credentials whose rights count
 */
public record Caller(Location root, Credentials credentials) {
}
