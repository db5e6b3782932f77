package org.asterism.assembly.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.asterism.assembly.Architecture;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.descriptor.KernelDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureChoiceTest {
    @TempDir
    Path folder;

    private BundlePool pool;
    private KernelDescriptor descriptor;

    @BeforeEach
    void makeTwoArchitecturesAndAClockForEach() throws RefusedException {
        pool = BundlePool.of(List.of(bundle("org.example.intel", "Provide-Capability", "ostd.arch;arch=x86_64"),
                bundle("org.example.risc", "Provide-Capability", "ostd.arch;arch=riscv64"),
                bundle("org.example.clock.intel", "Require-Capability", "ostd.arch;filter:=\"(arch=x86_64)\""),
                bundle("org.example.clock.risc", "Require-Capability", "ostd.arch;filter:=\"(arch=riscv64)\"")));
        descriptor = Descriptors.of(folder, "-runrequires: bnd.identity;id=org.example.fs, ostd.arch;filter:='(arch=x86_64)'\n"
                + "-ostd-privileged: org.example.core, org.example.intel");
    }

    private Bundle bundle(String name, String header, String value) {
        return TestBundle.of(name, "1.0.0").source(name + ".Nothing", "public final class Nothing {}").header(header, value).in(folder);
    }

    private static List<String> names(BundlePool pool) {
        return pool.bundles().stream().map(Bundle::symbolicName).toList();
    }

    @Test
    void anotherArchitectureReplacesTheRequirementAlone() {
        KernelDescriptor replaced = ArchitectureChoice.replaced(descriptor, Architecture.RISCV64);
        assertThat(ArchitectureChoice.of(descriptor)).contains(Architecture.X86_64);
        assertThat(ArchitectureChoice.of(replaced)).contains(Architecture.RISCV64);
        assertThat(replaced.requirements()).hasSize(2);
    }

    @Test
    void bundlesForAnotherArchitectureAreNoCandidates() {
        assertThat(names(ArchitectureChoice.fitting(descriptor, pool))).contains("org.example.clock.intel").doesNotContain("org.example.clock.risc");
        assertThat(names(ArchitectureChoice.fitting(ArchitectureChoice.replaced(descriptor, Architecture.RISCV64), pool)))
                .contains("org.example.clock.risc").doesNotContain("org.example.clock.intel");
    }

    @Test
    void theTrustInOneArchitectureGoesToTheOther() {
        assertThat(ArchitectureChoice.trustingOwn(descriptor, pool).privileged()).containsExactly("org.example.core", "org.example.intel");
        assertThat(ArchitectureChoice.trustingOwn(ArchitectureChoice.replaced(descriptor, Architecture.RISCV64), pool).privileged())
                .containsExactly("org.example.core", "org.example.risc");
    }
}
