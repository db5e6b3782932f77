package org.asterism.aot.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text files that describe profiles. */
final class ProfileResource {
    private static final String FOLDER = "/org/asterism/aot/profiles/";

    private ProfileResource() {
    }

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static String text(String file) {
        try (InputStream stream = ProfileResource.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no profile \"" + file.substring(0, file.indexOf('.'))
                        + "\"; choose kernel or full");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
