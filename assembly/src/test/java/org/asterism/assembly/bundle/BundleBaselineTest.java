package org.asterism.assembly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.TestBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleBaselineTest {
    @TempDir
    Path folder;

    private Bundle api(String place, String version, String packageVersion, String members) throws IOException {
        return TestBundle.of("org.example.api", version).exports("org.example.api", packageVersion)
                .source("org.example.api.Device", "@org.osgi.annotation.versioning.ProviderType public interface Device { " + members + " }")
                .in(Files.createDirectories(folder.resolve(place)));
    }

    @Test
    void whatHasNotChangedKeepsItsVersions() throws IOException {
        assertThat(BundleBaseline.compare(api("old", "1.0.0", "1.0.0", "int read();"), api("new", "1.0.0", "1.0.0", "int read();"))).isEmpty();
    }

    @Test
    void aNewMethodAsksForAHigherMinorVersion() throws IOException {
        Bundle old = api("old", "1.0.0", "1.0.0", "int read();");

        assertThat(BundleBaseline.compare(old, api("new", "1.0.0", "1.0.0", "int read(); int write();"))).containsExactly(
                "org.example.api: package org.example.api 1.0.0 has changed (minor) since 1.0.0; write @Version(\"1.1.0\") in its package-info.java",
                "org.example.api 1.0.0 has changed since 1.0.0; raise its version to 1.1.0");
        assertThat(BundleBaseline.compare(old, api("newer", "1.1.0", "1.1.0", "int read(); int write();"))).isEmpty();
    }

    @Test
    void aMethodThatIsGoneAsksForAHigherMajorVersion() throws IOException {
        assertThat(BundleBaseline.compare(api("old", "1.0.0", "1.0.0", "int read(); int write();"), api("new", "1.1.0", "1.1.0", "int read();")))
                .anyMatch(line -> line.contains("has changed (major) since 1.0.0; write @Version(\"2.0.0\")"));
    }
}
