package org.asterism.assembly.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.asterism.assembly.FuzzTries;
import org.asterism.assembly.Mutation;
import org.asterism.assembly.RefusedException;

/** Damaged locks: the same lines in the same order, or refused by lines that say which differ. */
class LockFuzzTest {
    private static final String LOCK = """
            # what decides the bytes of this kernel; written by asterism assemble
            bundle org.asterism.ostd.api 1.0.0 sha256:f5d748e0274470deec1d6f8cddf0f87cc3008ccce0df87b15213979894c85e01
            bundle org.asterism.ostd.core 1.0.0 sha256:8d8e19286f5451f5a4c9343f370c639e5df9bce9d94fe46e3a4f99bbb5c75ed9 privileged
            bundle org.asterism.ostd.impl.x86 1.0.0 sha256:99ac792f02b73d0799fe525e480a38899bfcd8220047cf9a75400e33278efaf8 privileged
            bundle org.asterism.rtc.cmos 1.0.0 sha256:088b95ed2b962ee58fe34d6564e99a6dadf7ff91ecce81fdaa88d8272c6c3c53
            bundle org.asterism.service.fs 1.0.0 sha256:d95111e0a9ffcb76b35705c5fba15dd274835671a6ab4de0f721fecc091b6e66
            bundle org.asterism.service.mm 1.0.0 sha256:67b9bdfb54ce5922806e18808c0a3cd96386e195093d3a4e5d6b4702b37dceb2
            bundle org.asterism.service.proc 1.0.0 sha256:edae41419d0b8c21bf4b9a8a12c0b4419e6437ab51c56a87bbf744581796a2d2
            bundle org.asterism.virtio 1.0.0 sha256:e13d4834ab4262a4c061e4d77d58070f5f113594fdbc692733ae5d2a715948fc
            bundle org.asterism.virtio.block 1.0.0 sha256:49d2bc78e0417f9277310935adfafc17ecc5b3bda1bbf090a0cd95dead0865e5
            bundle org.example.disk 1.0.0 sha256:3449514d0fe5d5f26e5773362a33f04392e9e29f11686323f87cc59a9126200c
            architecture x86_64
            profile kernel
            grant org.asterism.virtio.block mmio,irq,dma
            jdk Debian 17.0.15+6-Debian-1deb12u1
            java.base sha256:9dc0fd4a8f7dd56d8884dd6df2457903aec719b476ec9487f3f3d44c57f8cc1c
            java.base source: Debian source package openjdk-17 17.0.15+6-1~deb12u1
            gcc gcc (Debian 12.2.0-14+deb12u1) 12.2.0
            binutils GNU ld (GNU Binutils for Debian) 2.40
            flags -std=gnu11 -ffreestanding -fwrapv -static -Wl,--build-id=none
            bind org.example.Disk/log org.example.Log
            config org.example.Disk {name=a b, size=10}
            root etc/motd 0644 sha256:9dc0fd4a8f7dd56d8884dd6df2457903aec719b476ec9487f3f3d44c57f8cc1c
            """;

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void clean() throws IOException {
        Files.deleteIfExists(folder.resolve("kernel.lock"));
        Files.delete(folder);
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Mutation.ofFiles();
    }

    private static List<String> refusals(byte[] damaged) throws IOException {
        try {
            KernelLock.check(Files.write(folder.resolve("kernel.lock"), damaged), LOCK.lines().toList());
            return List.of();
        } catch (RefusedException e) {
            return e.reasons();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(FuzzTries.class)
    void aDamagedLockIsRefusedByLinesThatSayWhatIsWrong(@ForAll("mutations") List<Mutation> mutations) throws IOException {
        byte[] damaged = Mutation.apply(mutations, LOCK.getBytes(StandardCharsets.UTF_8));
        List<String> reasons = refusals(damaged);
        if (reasons.isEmpty()) {
            assertThat(Files.readAllLines(folder.resolve("kernel.lock"))).isEqualTo(LOCK.lines().toList());
        }
        assertThat(reasons).allMatch(reason -> reason.chars().noneMatch(Character::isISOControl) && reason.length() < 10_000).allSatisfy(reason ->
                assertThat(reason).matches(".*(kernel.lock(:[0-9]+)?: .*; .*|locked, but not so now: .*|now, but not locked: .+)"));
        assertThat(LockDifference.between(LOCK.lines().toList(), new String(damaged, StandardCharsets.UTF_8).lines().toList())).doesNotContainNull();
    }

    @Example
    void whatIsThereTwiceEmptyMovedOrNoTextIsNamed() throws IOException {
        String file = folder.resolve("kernel.lock").toString();
        String remedy = "assemble once without --locked and keep the kernel.lock it writes";
        assertThat(refusals((LOCK + "architecture x86_64\n\n").getBytes(StandardCharsets.UTF_8))).containsExactly(
                file + ":24: says again what line 12 says, 'architecture x86_64'; take it out", file + ":25: is an empty line, which no lock has; take it out");
        assertThat(refusals((LOCK.substring(LOCK.indexOf('\n') + 1) + LOCK.substring(0, LOCK.indexOf('\n'))).getBytes(StandardCharsets.UTF_8))).containsExactly(
                file + ": has its lines in another order; " + remedy);
        assertThat(refusals(LOCK.getBytes(StandardCharsets.UTF_16))).containsExactly(
                file + ": is damaged, for it holds bytes that are no text in UTF-8; " + remedy);
        assertThat(refusals(LOCK.replace("profile kernel", "profile full").getBytes(StandardCharsets.UTF_8))).containsExactly(
                "locked, but not so now: profile full", "now, but not locked: profile kernel");
        assertThat(refusals(LOCK.replace("profile kernel", "profile\tkernel\u0085").getBytes(StandardCharsets.UTF_8))).containsExactly(
                "locked, but not so now: profile?kernel?", "now, but not locked: profile kernel");
        assertThat(refusals(LOCK.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
