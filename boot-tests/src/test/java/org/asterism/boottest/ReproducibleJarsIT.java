package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles are the same bytes wherever they are built. The images made of them are compared by {@link RebuildIT}. */
class ReproducibleJarsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> MODULES = List.of("ostd-api", "ostd-core");

    @TempDir
    private Path folder;

    @Test
    void anotherFolderGivesTheSameJars() throws Exception {
        String pom = Files.readString(Checkout.root().resolve("pom.xml"));
        String modules = MODULES.stream().map(module -> "<module>" + module + "</module>").collect(Collectors.joining("", "<modules>", "</modules>"));
        Files.writeString(folder.resolve("pom.xml"), pom.replaceFirst("(?s)<modules>.*?</modules>", modules));
        for (String module : MODULES) {
            copySources(module);
        }

        Launch built = Launch.of(PATIENCE, Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"), folder,
                List.of("mvn", "--batch-mode", "--offline", "--quiet", "-Dmaven.test.skip=true",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"), "package"));

        assertThat(built.exit()).as(built.text() + built.error()).isZero();
        for (String module : MODULES) {
            String jar = module + "/target/" + Path.of(module).getFileName() + "-1.0.0.jar";
            assertThat(Files.mismatch(folder.resolve(jar), Checkout.root().resolve(jar))).as("first byte of %s that differs", jar).isEqualTo(-1);
        }
    }

    private void copySources(String module) throws IOException {
        Path from = Checkout.root().resolve(module);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !from.relativize(file).startsWith("target")).toList()) {
                Path to = folder.resolve(module).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
