package org.asterism.assembly.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelResolver;
import org.asterism.assembly.resolve.Resolution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One hostile bundle for each way in: refused in one line, and through when the check is switched off. */
class HostileBundlesTest {
    @TempDir
    static Path folder;

    private static Bank bank;

    @BeforeAll
    static void buildTheBank() {
        bank = Bank.in(folder);
    }

    static Stream<HostileBundle> cases() {
        return Stream.of(AccessCases.all(), InheritanceCases.all(), CallSiteCases.all(), SafeCodeCases.all(), ClassFileCases.all(), RareCases.all(),
                CostCases.all(), FormCases.all(), InstructionCases.all(), FormatCases.all()).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedInOneLineAndByThatCheck(HostileBundle hostile) throws Exception {
        Resolution resolution = resolve(hostile);

        assertThat(lines(resolution, EnumSet.allOf(Check.class))).isNotEmpty()
                .allMatch(line -> line.startsWith("org.example.rogue 1.0.0: ") && line.contains("; ") && !line.contains("\n"))
                .anyMatch(line -> line.contains(hostile.line()));

        Set<Check> off = EnumSet.of(hostile.check());
        off.addAll(hostile.alsoRefusedBy());
        assertThat(lines(resolution, EnumSet.complementOf(EnumSet.copyOf(off)))).as("gets through without %s", off).isEmpty();
        for (Check other : hostile.alsoRefusedBy()) {
            Set<Check> butOne = EnumSet.copyOf(off);
            butOne.remove(other);
            assertThat(lines(resolution, EnumSet.complementOf(EnumSet.copyOf(butOne)))).as("without %s, %s refuses it", butOne, other).isNotEmpty();
        }
    }

    private static Resolution resolve(HostileBundle hostile) throws RefusedException, IOException {
        Path own = Files.createTempDirectory(folder, "case");
        Bundle rogue = hostile.bundle().apply(bank).in(own);
        return KernelResolver.resolve(Descriptors.of(own, "-runrequires: bnd.identity;id=org.asterism.ostd.core, bnd.identity;id=org.example.bank,"
                + " bnd.identity;id=org.example.rogue\n-ostd-privileged: org.asterism.ostd.core\n-ostd-profile: " + hostile.profile()),
                BundlePool.of(List.of(bank.core(), bank.bank(), rogue)));
    }

    private static List<String> lines(Resolution resolution, Set<Check> checks) {
        try {
            return KernelVerifier.verify(resolution, checks).breaches().stream().map(ProfileBreach::line).toList();
        } catch (RefusedException e) {
            return e.reasons();
        }
    }

    @Test
    void everyCheckHasAHostileBundle() {
        assertThat(cases().map(HostileBundle::check).collect(Collectors.toSet())).containsExactlyInAnyOrder(Check.values());
    }
}
