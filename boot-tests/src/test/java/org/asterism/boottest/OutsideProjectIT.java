package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody outside the checkout makes a project of each kind, and builds it. Their Maven has a local repository of its own, so that this
 * checkout's artifacts do not get into that of whoever runs the tests, from where plugins are taken.
 */
class OutsideProjectIT {
    private static final String GROUP = "com.acme";
    /** Short runs are quicker without the optimising compiler. */
    private static final Map<String, String> ENVIRONMENT = Map.of("JAVA_HOME", System.getProperty("java.home"),
            "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    @TempDir
    private Path folder;

    @Test
    void projectsOfEveryKindAreBuiltTestedAndLinked() throws Exception {
        for (String kind : List.of("driver", "service", "kernel")) {
            Launch made = asterism("new", kind, "my-" + kind, "--group", GROUP, "--repository", repository().toString());
            assertThat(made.exit()).as(made.error()).isZero();
        }
        assertThat(repository().resolve("org/asterism/ostd-api/1.0.0/ostd-api-1.0.0-sources.jar")).isNotEmptyFile();
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>everything</artifactId>
                  <version>1.0.0</version>
                  <packaging>pom</packaging>
                  <modules>
                    <module>my-driver</module>
                    <module>my-service</module>
                    <module>my-kernel</module>
                  </modules>
                </project>
                """);

        Launch built = maven("verify");

        assertThat(built.exit()).as(built.text()).isZero();
        assertThat(built.text()).contains("Tests run: 3, Failures: 0", "Tests run: 1, Failures: 0", "Linux 6.1.0-asterism x86_64");
        for (String kind : List.of("driver", "service", "kernel")) {
            assertThat(folder.resolve("my-" + kind + "/target/kernel.elf")).isNotEmptyFile();
        }
        assertThat(folder.resolve("my-driver/target/kernel.lock")).content().contains("bundle com.acme.my.driver 1.0.0", "grant com.acme.my.driver mmio");

        Launch booted = maven("asterism:run", "-Dasterism.exec=cat /proc/my-driver", "--projects", "my-driver");
        assertThat(booted.exit()).as(booted.text()).isZero();
        assertThat(booted.text()).containsPattern("alive at 0000:00:0\\d\\.0\n");

        refusalsFailTheBuildInTheSameWords();
        aBundleThatDependsOnThePrivilegedHalfDoesNotBuild();
    }

    private void aBundleThatDependsOnThePrivilegedHalfDoesNotBuild() throws Exception {
        Path pom = folder.resolve("my-service/pom.xml");
        Files.writeString(pom, Files.readString(pom).replaceFirst("(?s)(\\s*<build>)",
                "\n  <dependencies><dependency><groupId>org.asterism</groupId><artifactId>ostd-core</artifactId></dependency></dependencies>$1"));

        Launch refused = maven("validate", "--projects", "my-service");

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.text()).contains("org.asterism:ostd-core:jar:1.0.0 <--- banned", "a bundle depends on ostd-api only");
    }

    private void refusalsFailTheBuildInTheSameWords() throws Exception {
        Path descriptor = folder.resolve("my-driver/kernel.bndrun");
        Files.writeString(descriptor, Files.readString(descriptor).replace("-ostd-grant:", "-unused:"));

        Launch refused = maven("asterism:verify", "--projects", "my-driver");

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.text()).contains("[ERROR] com.acme.my.driver 1.0.0 needs grant mmio, but it is not granted;"
                + " add -ostd-grant: com.acme.my.driver;grant=mmio");
    }

    private Launch asterism(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Checkout.launcher().toString()));
        command.addAll(List.of(arguments));
        return Launch.of(Launch.PATIENCE, Map.of(), folder, command);
    }

    private Launch maven(String... arguments) throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("settings.xml"), settings());
        List<String> command = new ArrayList<>(List.of("mvn", "--batch-mode", "--settings", settings.toString(), "-Dmaven.repo.local=" + repository()));
        command.addAll(List.of(arguments));
        return Launch.of(Launch.PATIENCE, ENVIRONMENT, folder, command);
    }

    private Path repository() {
        return folder.resolve("repository");
    }

    /** What the build that runs this test has fetched already need not be fetched again. */
    private static String settings() {
        String fetched = Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository")).toUri().toString();
        String repository = "<id>fetched</id><url>" + fetched + "</url>";
        return "<settings><profiles><profile><id>fetched</id><repositories><repository>" + repository + "</repository></repositories>"
                + "<pluginRepositories><pluginRepository>" + repository + "</pluginRepository></pluginRepositories></profile></profiles>"
                + "<activeProfiles><activeProfile>fetched</activeProfile></activeProfiles></settings>";
    }
}
