package org.asterism.assembly.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells JDKs apart. */
public final class JdkFingerprint {
    private JdkFingerprint() {}

    /**
     * Something that changes when the running JDK does, without reading all of it.
     *
     * @return text
     * @throws IOException if the JDK's folder cannot be read
     */
    public static String running() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path modules = home.resolve("lib").resolve("modules");
        return home.toRealPath() + " " + Files.size(modules) + " " + Files.getLastModifiedTime(modules).toMillis();
    }
}
