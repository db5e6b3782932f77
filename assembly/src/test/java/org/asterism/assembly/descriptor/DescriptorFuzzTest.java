package org.asterism.assembly.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.asterism.assembly.FuzzTries;
import org.asterism.assembly.Mutation;
import org.asterism.assembly.RefusedException;

/** Damaged descriptors: read or refused, never a crash. */
class DescriptorFuzzTest {
    private static final String DESCRIPTOR = """
            # a kernel
            -runrequires: \\
            	bnd.identity;id=org.asterism.service.mm;version='[1.0,2)', \\
            	bnd.identity;id=org.example.disk, \\
            	ostd.arch;filter:='(arch=x86_64)'
            -ostd-profile: kernel
            -ostd-privileged: org.asterism.ostd.core, org.asterism.ostd.impl.x86
            -ostd-grant: org.example.disk;grant="mmio,irq"
            -ostd-bind: org.example.Disk/log;to=org.example.Log
            -ostd-config: org.example.Disk;size=10;name="a b"
            -ostd-cmdline: loglevel=3 quiet
            -ostd-bundles: bundles/*.jar
            """;

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void clean() throws IOException {
        Files.deleteIfExists(folder.resolve("kernel.bndrun"));
        Files.delete(folder);
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Mutation.ofFiles();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(FuzzTries.class)
    void aDamagedDescriptorIsReadOrRefused(@ForAll("mutations") List<Mutation> mutations) throws IOException {
        Path file = Files.write(folder.resolve("kernel.bndrun"), Mutation.apply(mutations, DESCRIPTOR.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(DescriptorReader.read(file).requirements()).isNotEmpty();
        } catch (RefusedException e) {
            assertThat(e.reasons()).isNotEmpty();
        }
    }
}
