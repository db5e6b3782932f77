package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles are the same bytes wherever they are built. The images made of them are compared by {@link RebuildIT}. */
class ReproducibleJarsIT {
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

        Launch built = Launch.of(Launch.PATIENCE, Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"), folder,
                List.of("mvn", "--batch-mode", "--offline", "--quiet", "-Dmaven.test.skip=true",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"), "package"));

        assertThat(built.exit()).as(built.text() + built.error()).isZero();
        for (String module : MODULES) {
            String jar = module + "/target/" + Path.of(module).getFileName() + "-1.0.0.jar";
            assertThat(Files.mismatch(folder.resolve(jar), Checkout.root().resolve(jar))).as("first byte of %s that differs", jar).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-mm", "drivers/rtc-cmos"})
    void compilingAllClassesAgainWithoutMavenGivesTheSameJar(String module) throws Exception {
        Path made = Checkout.root().resolve(module + "/target/" + Path.of(module).getFileName() + "-1.0.0.jar");
        Path jar = Files.copy(made, folder.resolve(made.getFileName()));
        Files.copy(Checkout.root().resolve("ostd-api/target/ostd-api-1.0.0.jar"), folder.resolve("ostd-api-1.0.0.jar"));
        Path assembly = Checkout.root().resolve("assembly/target");
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-cp",
                assembly.resolve("assembly-1.0.0.jar") + ":" + Files.readString(assembly.resolve("cli.classpath")), "org.asterism.rebuild.Rebuild",
                Checkout.root().toString(), folder.toString()));
        try (Stream<Path> sources = Files.walk(Checkout.root().resolve(module).resolve("src/main/java"))) {
            sources.map(file -> Checkout.root().relativize(file).toString()).filter(file -> file.endsWith(".java") && !file.endsWith("-info.java")).forEach(command::add);
        }

        Launch rebuilt = Launch.of(Launch.PATIENCE, Map.of(), folder, command);

        assertThat(rebuilt.exit()).as(rebuilt.text() + rebuilt.error()).isZero();
        assertThat(Files.getLastModifiedTime(jar)).isGreaterThan(Files.getLastModifiedTime(made));
        assertThat(Files.mismatch(jar, made)).as("first byte of %s that differs", jar).isEqualTo(-1);
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
