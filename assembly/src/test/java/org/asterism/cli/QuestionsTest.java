package org.asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kernel's assembler may ask before anything is compiled. */
class QuestionsTest {
    @TempDir
    Path folder;

    private Path modules;
    private Bundle api;

    @BeforeEach
    void buildModules() throws IOException {
        modules = Files.createDirectory(folder.resolve("modules"));
        api = Contracts.api(modules);
        Contracts.core(modules);
        service("1.0.0");
        Files.writeString(folder.resolve("kernel.bndrun"), "-runrequires: bnd.identity;id=org.example.entry, ostd.arch;filter:='(arch=x86_64)'\n"
                + "-ostd-privileged: org.asterism.ostd.core\n");
        System.setProperty("asterism.home", folder.toString());
        System.setProperty("asterism.modules", modules.toString());
    }

    private void service(String version) {
        Bundle files = TestBundle.of("org.example.files", version).on(api).exports("org.example.files", "1.0.0")
                .source("org.example.files.Shelf", "public interface Shelf { }")
                .source("org.example.files.Files", "import org.osgi.service.component.annotations.*;\nimport org.asterism.kernel.syscall.*;\n"
                        + "@Component public final class Files implements SyscallProvider, Shelf {\n"
                        + "@Syscall(value = \"read\", partial = \"no holes\") public long read(org.asterism.kernel.process.UserThread t) { return 0; }"
                        + "@Syscall(\"close\") public long close(org.asterism.kernel.process.UserThread t) { return 0; } }")
                .in(modules);
        TestBundle.of("org.example.entry", "1.0.0").on(api, files)
                .source("org.example.entry.Entry", "import org.osgi.service.component.annotations.*;\n"
                        + "@Component public final class Entry implements org.asterism.kernel.KernelEntry {\n"
                        + "@Activate public Entry(@Reference org.example.files.Shelf shelf, @Reference org.asterism.kernel.syscall.SyscallTable table) { }\n"
                        + "public void start() { } }")
                .in(modules);
    }

    @AfterEach
    void forgetTheInstallation() {
        System.clearProperty("asterism.home");
        System.clearProperty("asterism.modules");
    }

    /** Runs the tool; returns its exit code, standard output and standard error. */
    private static String outcome(String... arguments) {
        PrintStream output = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(captured, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            int code = Asterism.execute(arguments);
            return code + "\n" + captured.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(output);
            System.setErr(error);
        }
    }

    @Test
    void resolvePrintsTheClosureAndWritesTheLock() throws IOException {
        assertThat(outcome("resolve")).startsWith("0\norg.asterism.ostd.api ").contains("org.example.files ", "privileged\n",
                "4 bundles, 2 system calls, architecture x86_64, profile kernel\nwrote kernel.lock\n");
        assertThat(Files.readAllLines(folder.resolve("kernel.lock")))
                .anyMatch(line -> line.matches("bundle org\\.example\\.files 1\\.0\\.0 sha256:[0-9a-f]{64}"))
                .anyMatch(line -> line.startsWith("flags -std=gnu11"));
        assertThat(outcome("resolve", "--locked")).startsWith("0\n").doesNotContain("wrote");
    }

    @Test
    void aLockRefusesDriftLineByLine() throws IOException {
        outcome("resolve");
        Files.delete(modules.resolve("org.example.files-1.0.0.jar"));
        service("1.1.0");

        assertThat(outcome("resolve", "--locked")).startsWith("1\n").containsPattern(
                "asterism: locked, but not so now: bundle org\\.example\\.files 1\\.0\\.0 sha256:[0-9a-f]{64}\n")
                .containsPattern("asterism: now, but not locked: bundle org\\.example\\.files 1\\.1\\.0 sha256:[0-9a-f]{64}\n");
        assertThat(outcome("resolve", "-o", folder.resolve("new.lock").toString())).startsWith("0\n");
        assertThat(outcome("diff", folder.resolve("kernel.lock").toString(), folder.resolve("new.lock").toString()))
                .containsPattern("^1\n(changed  bundle org\\.example\\.entry .*\n)?changed  bundle org\\.example\\.files 1\\.0\\.0 sha256:\\w+ -> 1\\.1\\.0 sha256:\\w+\n$");
        assertThat(outcome("diff", folder.resolve("new.lock").toString(), folder.resolve("new.lock").toString())).isEqualTo("0\n");
    }

    @Test
    void treeShowsWhatNeedsWhat() {
        assertThat(outcome("tree")).isEqualTo("""
                0
                kernel.bndrun
                ├─ org.asterism.ostd.core 1.0.0  (architecture x86_64)
                └─ org.example.entry 1.0.0  (bundle org.example.entry)
                   ├─ org.asterism.ostd.api 1.0.0  (2 packages)
                   └─ org.example.files 1.0.0  (1 package, 1 service)
                      └─ org.asterism.ostd.api 1.0.0  (2 packages)
                """);
    }

    @Test
    void whyShowsTheChainOfRequirements() {
        String chain = """
                kernel.bndrun
                  needs bundle org.example.entry
                  from org.example.entry 1.0.0
                    needs package org.example.files version [1.0.0,2.0.0), service org.example.files.Shelf
                    from org.example.files 1.0.0
                """;
        assertThat(outcome("why", "org.example.files")).isEqualTo("0\n" + chain
                + "package org.example.files is exported by org.example.files 1.0.0 and imported by org.example.entry\n" + chain);
        assertThat(outcome("why", "read")).isEqualTo("0\nsystem call read (0) is handled by org.example.files.Files.read, in part: no holes\n" + chain);
        assertThat(outcome("why", "0")).isEqualTo(outcome("why", "read"));
        assertThat(outcome("why", "org.example.files.Shelf")).isEqualTo("0\nservice org.example.files.Shelf is provided by org.example.files 1.0.0\n" + chain);
    }

    @Test
    void whyNamesTheNearestOfWhatIsNotThere() {
        assertThat(outcome("why", "org.example.file")).isEqualTo("1\nasterism: nothing in this kernel is called org.example.file;"
                + " nearest is org.example.files; name a bundle, a package, a service or a system call\n");
        assertThat(outcome("why", "openat")).isEqualTo("1\nasterism: no bundle of this kernel handles system call openat (257); it answers ENOSYS\n");
        assertThat(outcome("why", "257")).isEqualTo(outcome("why", "openat"));
        assertThat(outcome("why", "9999")).isEqualTo("1\nasterism: Linux has no system call 9999 on x86_64\n");
    }

    @Test
    void syscallsTellsWhoAndHowMuch() {
        assertThat(outcome("syscalls")).isEqualTo("""
                0
                   0 read                     partial  org.example.files.Files: no holes
                   3 close                    full     org.example.files.Files
                2 of the 362 calls of Linux on x86_64: 1 full, 1 partial
                """);
        assertThat(outcome("syscalls", "--missing")).contains("   1 write                    missing\n").doesNotContain("close ");
    }

    @Test
    void filesThatAreNotWhatWasAskedForAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        assertThat(outcome("tree", folder.resolve("kernl.bndrun").toString())).startsWith("1\nasterism: ")
                .endsWith("kernl.bndrun: no such descriptor; nearest is kernel.bndrun\n");
        assertThat(outcome("diff", text.toString(), text.toString())).endsWith("notes.txt: names no bundle, so it is no kernel.lock\n");
        assertThat(outcome("why")).startsWith("2\nMissing required parameter: 'NAME'");
    }
}
