package org.asterism.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.boottest.guest.Checkout;
import org.asterism.boottest.guest.Launch;
import org.asterism.kernel.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an assembly does again, and what it does not. */
class RebuildIT {
    private static final Pattern UNITS = Pattern.compile("(\\d+) of (\\d+) units compiled, [\\d,]+ KiB");
    private static final String PIPE = "org.asterism.service.fs.pipe.Pipe";
    private static final int FEW_UNITS = 6;

    @TempDir
    private Path folder;

    @Test
    void anEmptyCacheGivesTheSameBytesAndOneClassTouchesFewUnits() throws Exception {
        Path unused = Files.createDirectories(folder.resolve("unused"));
        new ThirdPartyBundle(unused, "org.example.unused")
                .source("org.example.unused.Unused", "package org.example.unused; public final class Unused { }").build(List.of(folder));
        int[] cold = units(assemble("cold.elf", unused));
        assertThat(cold[0]).as("units compiled with an empty cache").isEqualTo(cold[1]).isGreaterThan(50);
        Launch warm = Launch.of(Launch.PATIENCE, List.of("assemble", "kernel.bndrun", "-o", folder.resolve("warm.elf").toString()));
        assertThat(warm.exit()).as(warm.error()).isZero();
        assertThat(Files.mismatch(folder.resolve("cold.elf"), folder.resolve("warm.elf"))).isEqualTo(-1);

        int[] changed = units(assemble("changed.elf", patchedFileService()));
        assertThat(changed[0]).as("units compiled after a change in one class").isBetween(1, FEW_UNITS);
        assertThat(Files.mismatch(folder.resolve("cold.elf"), folder.resolve("changed.elf"))).isNotEqualTo(-1);
    }

    /** Assembles the default kernel with an object cache of its own, more bundles to choose from, and progress. */
    private String assemble(String output, Path bundles) throws IOException, InterruptedException {
        Launch launch = Launch.of(Launch.PATIENCE, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
                List.of("assemble", "kernel.bndrun", "-o", folder.resolve(output).toString(), "--bundles", bundles.toString()));
        assertThat(launch.exit()).as(launch.error()).isZero();
        assertThat(launch.error()).contains("closure: ", "emission: ", "build: ", "total ");
        return launch.error();
    }

    /** How many units were compiled, and how many there are. */
    private static int[] units(String progress) {
        Matcher matcher = UNITS.matcher(progress);
        assertThat(matcher.find()).as(progress).isTrue();
        return new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))};
    }

    /** The bundle of file systems with a statement more in one method, as version 1.0.1; returns its folder. */
    private Path patchedFileService() throws IOException {
        Path original = Checkout.root().resolve("service-fs/target/service-fs-1.0.0.jar");
        String source = Files.readString(Checkout.root().resolve("service-fs/src/main/java").resolve(PIPE.replace('.', '/') + ".java"));
        String patched = source.replaceFirst("(long read\\(.*\\{\n)", "$1        Thread.onSpinWait();\n");
        assertThat(patched).isNotEqualTo(source);
        Path api = Path.of(WallClock.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        Path classes = new ThirdPartyBundle(folder, "patch").source(PIPE, patched).compile(List.of(original, api));
        Path bundles = Files.createDirectories(folder.resolve("patched"));
        try (JarFile from = new JarFile(original.toFile())) {
            Manifest manifest = from.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), "1.0.1");
            try (OutputStream file = Files.newOutputStream(bundles.resolve("service-fs-1.0.1.jar"));
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (JarEntry entry : Collections.list(from.entries())) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        Path replacement = classes.resolve(entry.getName());
                        try (InputStream in = Files.exists(replacement) ? Files.newInputStream(replacement) : from.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                    }
                }
            }
        }
        return bundles;
    }
}
