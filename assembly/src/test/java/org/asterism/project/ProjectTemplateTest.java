package org.asterism.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.assembly.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTemplateTest {
    private static final Path ARCHETYPES = Path.of("../archetypes");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"driver", "service", "kernel"})
    void nothingIsLeftToFillIn(String kind) throws Exception {
        Path project = folder.resolve("ram-disk");
        ProjectTemplate.of(ARCHETYPES, kind).create(ProjectName.of("com.acme", "ram-disk"), project);

        List<Path> files = files(project);
        assertThat(files).contains(project.resolve("pom.xml"), project.resolve("kernel.bndrun"), project.resolve("README.md"));
        for (Path file : files) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("${groupId}", "${artifactId}", "${version}", "${package}");
            if (file.toString().endsWith(".java")) {
                assertThat(file.getParent()).endsWith(Path.of("com/acme/ram/disk"));
                assertThat(Files.readString(file)).contains("package com.acme.ram.disk;");
            }
        }
    }

    @Test
    void anExistingFolderIsLeftAlone() throws Exception {
        Path existing = Files.createDirectory(folder.resolve("taken"));

        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> ProjectTemplate.of(ARCHETYPES, "driver").create(ProjectName.of("org.example", "taken"), existing));

        assertThat(refused).hasMessage(existing + " exists already; choose another name, or remove it first");
        assertThat(files(existing)).isEmpty();
    }

    @Test
    void anUnknownKindIsRefusedWithThoseThatThereAre() {
        assertThat(catchThrowableOfType(RefusedException.class, () -> ProjectTemplate.of(ARCHETYPES, "widget")))
                .hasMessage("there is no project of kind 'widget'; choose one of driver, kernel, service");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.example | RamDisk     | 'RamDisk' cannot be the name of a project
            org.example | ram disk    | 'ram disk' cannot be the name of a project
            org.example | ../escape   | '../escape' cannot be the name of a project
            org.example | ram-2       | 'ram-2' cannot be the name of a project
            org.example | -ram        | '-ram' cannot be the name of a project
            org.example | ''          | '' cannot be the name of a project
            org.example | my-new      | 'new' is a word of Java and cannot be part of the package org.example.my.new
            Org.Example | ram         | 'Org.Example' cannot be a group
            org..x      | ram         | 'org..x' cannot be a group
            java.util   | ram         | package java.util.ram belongs to somebody else
            org         | asterism-fs | package org.asterism.fs belongs to somebody else
            """)
    void namesThatCannotBePackagesAreRefused(String group, String name, String reason) {
        assertThat(catchThrowableOfType(RefusedException.class, () -> ProjectName.of(group, name))).hasMessageStartingWith(reason);
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
