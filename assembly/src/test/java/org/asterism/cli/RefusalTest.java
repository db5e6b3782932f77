package org.asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever assembles a kernel from bad bundles gets one clear line, an exit code that is not 0, and no file. */
class RefusalTest {
    private static final String ACCOUNT = "public class Account { private long balance; public final int limit = count(); int count() { return 1; } }";

    @TempDir
    Path folder;

    private Path modules;
    private Bundle api;
    private Bundle core;

    @BeforeEach
    void buildModules() throws IOException {
        modules = Files.createDirectory(folder.resolve("modules"));
        api = Contracts.api(modules);
        core = Contracts.core(modules);
        TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0").source("org.example.bank.Account", ACCOUNT).in(modules);
        System.setProperty("asterism.home", Files.createDirectory(folder.resolve("home")).toString());
        System.setProperty("asterism.modules", modules.toString());
        Files.writeString(folder.resolve("home/kernel.bndrun"), "-runrequires: bnd.identity;id=org.example.bank\n");
    }

    @AfterEach
    void forgetTheInstallation() {
        System.clearProperty("asterism.home");
        System.clearProperty("asterism.modules");
    }

    private TestBundle entry(String members) {
        return TestBundle.of("org.example.entry", "1.0.0").on(api)
                .source("org.example.entry.Entry", "import org.osgi.service.component.annotations.*;\n"
                        + "@Component public final class Entry implements org.asterism.kernel.KernelEntry {" + members + " public void start() { } }");
    }

    /** Assembles; returns exit code and standard error, and checks that nothing was written. */
    private String assemble(String requires) throws IOException {
        return assemble(requires, "");
    }

    private String assemble(String requires, String rest) throws IOException {
        Path descriptor = Files.writeString(folder.resolve("bad.bndrun"), "-runrequires: " + requires
                + ", bnd.identity;id=org.asterism.ostd.core\n-ostd-privileged: org.asterism.ostd.core\n" + rest);
        Path output = folder.resolve("out");
        PrintStream error = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            int code = Asterism.execute("assemble", "--quiet", descriptor.toString(), "-o", output.resolve("kernel.elf").toString());
            return code + " " + captured.toString(StandardCharsets.UTF_8).strip();
        } finally {
            System.setErr(error);
            assertThat(output).doesNotExist();
            try (Stream<Path> kept = Files.walk(folder.resolve("home"))) {
                assertThat(kept.filter(Files::isRegularFile)).containsExactly(folder.resolve("home/kernel.bndrun"));
            }
        }
    }

    /** A refusal for what stands in the descriptor's first line. */
    private String at(String reason) {
        return "1 asterism: " + folder.resolve("bad.bndrun") + ":1: " + reason;
    }

    @Test
    void aBundleThatDoesNotExist() throws IOException {
        assertThat(assemble("bnd.identity;id=org.example.bang")).isEqualTo(at("the kernel needs bundle org.example.bang,"
                + " but there is no such bundle among the 3 candidates; nearest is org.example.bank"));
    }

    @Test
    void aPropertyThatNobodyHas() throws IOException {
        entry("").in(modules);

        assertThat(assemble("bnd.identity;id=org.example.entry", "-ostd-config: org.example.entry.Entry;size=1")).isEqualTo("1 asterism: "
                + folder.resolve("bad.bndrun") + ":3: -ostd-config sets size of org.example.entry.Entry, which has no such property");
    }

    @Test
    void aWrongVersionRange() throws IOException {
        assertThat(assemble("bnd.identity;id=org.example.bank;version='[7,8)'")).isEqualTo(at("the kernel needs bundle"
                + " org.example.bank version [7.0.0,8.0.0), but there is only version 1.0.0; change the range or add a bundle of that version"));
    }

    @Test
    void aBundleThatReachesAPrivilegedPackage() throws IOException {
        entry("void poke() { org.asterism.ostd.unsafe.Address.storeLong(0, 0); }").on(core).in(modules);

        assertThat(assemble("bnd.identity;id=org.example.entry")).startsWith("1 asterism: org.example.entry 1.0.0 needs package"
                + " org.asterism.ostd.unsafe").contains("it is a privileged package of org.asterism.ostd.core 1.0.0").doesNotContain("\n");
    }

    @Test
    void aBundleCompiledAgainstADoctoredClassThatWritesAPrivateField() throws IOException {
        entry("void steal(org.example.bank.Account a) { a.balance = 0; }").on(doctored()).in(modules);

        assertThat(assemble("bnd.identity;id=org.example.entry")).isEqualTo("1 asterism: org.example.entry 1.0.0:"
                + " org.example.entry.Entry.steal(Account): uses private field org.example.bank.Account.balance;"
                + " use what its class makes accessible");
    }

    @Test
    void aBundleCompiledAgainstADoctoredClassThatWritesAFinalField() throws IOException {
        entry("void steal(org.example.bank.Account a) { a.limit = 0; }").on(doctored()).in(modules);

        assertThat(assemble("bnd.identity;id=org.example.entry")).isEqualTo("1 asterism: org.example.entry 1.0.0:"
                + " org.example.entry.Entry.steal(Account): writes final field org.example.bank.Account.limit;"
                + " a final field is written by its own class's initializer only");
    }

    private Bundle doctored() throws IOException {
        return TestBundle.of("org.example.bank", "1.0.0").exports("org.example.bank", "1.0.0")
                .source("org.example.bank.Account", ACCOUNT.replace("private", "public").replace("final", ""))
                .in(Files.createDirectory(folder.resolve("doctored")));
    }

    @Test
    void twoProvidersOfOneService() throws IOException {
        String provider = "@org.osgi.service.component.annotations.Component\npublic final class %s implements Runnable { public void run() { } }";
        entry("@Activate public Entry(@Reference(name = \"work\") Runnable work) { }")
                .source("org.example.entry.First", provider.formatted("First"))
                .source("org.example.entry.Second", provider.formatted("Second"))
                .in(modules);

        assertThat(assemble("bnd.identity;id=org.example.entry")).isEqualTo("1 asterism: org.example.entry.Entry/work (java.lang.Runnable)"
                + " has 2 providers: org.example.entry.First, org.example.entry.Second;"
                + " choose one with -ostd-bind: org.example.entry.Entry/work;to=org.example.entry.First");
    }
}
