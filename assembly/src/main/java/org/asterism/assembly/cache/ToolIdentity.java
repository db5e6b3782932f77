package org.asterism.assembly.cache;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.asterism.assembly.bundle.Sha256;

/** Which program it is that keeps results: another one may come to others. */
public final class ToolIdentity {
    private ToolIdentity() {}

    /**
     * Identity of the assembler's own code and of the JDK that runs it.
     *
     * @return nothing if the code lies in a folder, where it may change at any time; then nothing is to be kept
     * @throws IOException if the code or the JDK's folder cannot be read
     */
    public static Optional<String> find() throws IOException {
        CodeSource source = ToolIdentity.class.getProtectionDomain().getCodeSource();
        try {
            Path code = source == null ? null : Path.of(source.getLocation().toURI());
            return code == null || !Files.isRegularFile(code) ? Optional.empty() : Optional.of(Sha256.of(code) + " " + JdkFingerprint.running());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
