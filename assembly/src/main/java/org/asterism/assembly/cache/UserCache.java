package org.asterism.assembly.cache;

import java.nio.file.Path;

/** The folder of a user's kept results; all checkouts share it, for what lies there is found by the hash of what it was made of. */
public final class UserCache {
    private UserCache() {}

    /**
     * A part of it.
     *
     * @param kind what is kept there
     * @return the folder, which need not exist
     */
    public static Path folder(String kind) {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        return base.resolve("asterism").resolve(kind);
    }
}
