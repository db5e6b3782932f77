package org.asterism.ostd.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every store of a reference goes through the one emission point, which tells the collector. What could bypass it is raw memory in privileged Java and
 * C outside the macros; this reads all of both. That the stores of compiled Java tell is shown by running them ({@code ReferenceStores} of
 * language-tests, while a collection checks at its end that no scanned object refers to an unmarked one).
 */
class ReferenceStoresTest {
    private static final Path CHECKOUT = Path.of("..");
    private static final List<String> PRIVILEGED = List.of("ostd-core", "ostd-impl-x86", "ostd-impl-riscv", "ostd-impl-linux", "ostd-program");
    private static final Pattern RAW_STORE = Pattern.compile("(store\\w+|compareAndSet\\w+|getAnd\\w+)\\(.*toAddress\\([^)]*\\)\\);");
    /** Words of a control area are roots, looked at when marking begins and ends. */
    private static final Pattern ROOT = Pattern.compile("ThreadArea\\.(TASK|THREAD|PENDING),");
    /** Who copies words or bytes, and why none of them bypasses the emission point. */
    private static final Set<String> COPIERS = Set.of(
            "Address.java", // defines it
            "AddressStack.java", // the collector's own stack
            "ReferenceCopy.java", // tells
            "ArrayCopy.java", "ObjectAllocator.java", // arrays of primitives only; references by ReferenceCopy
            "UnsafeSubstitute.java", // copyMemory: java.base copies primitives with it
            "UserPaging.java", "RootTranslation.java", "LinearMemory.java"); // pages and page tables
    private static final Pattern REFERENCE_MACRO = Pattern.compile("#define \\w*(STORE|GET_AND_SET|COMPARE_AND_SET|COMPARE_AND_EXCHANGE)_REFERENCE\\w*\\(.*");
    /** What a machine defines for the prelude: it tells, then stores what it told. */
    private static final Pattern TELLING_MACRO = Pattern.compile("#define TELL_AND_STORE\\(slot, reference\\) do \\{ TELL\\(reference\\); STORE\\(ref, slot, reference\\); \\} while \\(0\\)");
    private static final Pattern STORE_OF_REFERENCE = Pattern.compile("(STORE\\w*|GET_AND_SET|COMPARE_AND_\\w+)\\(ref,");

    private static void sources(List<String> modules, BiConsumer<String, List<String>> reader) throws IOException {
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(CHECKOUT.resolve(module + "/src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                    try {
                        reader.accept(file.getFileName().toString(), Files.readAllLines(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }

    @Test
    void privilegedCodeStoresAddressesOfObjectsInControlAreasOnly() throws IOException {
        List<String> wrong = new ArrayList<>();
        sources(PRIVILEGED, (name, lines) -> lines.stream().filter(line -> RAW_STORE.matcher(line).find() && !ROOT.matcher(line).find())
                .forEach(line -> wrong.add(name + ": " + line.strip())));
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyKnownCodeCopiesMemory() throws IOException {
        List<String> wrong = new ArrayList<>();
        sources(PRIVILEGED, (name, lines) -> {
            if (!COPIERS.contains(name) && lines.stream().anyMatch(line -> line.contains(".copyWords(") || line.contains(".copyBytes("))) {
                wrong.add(name);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void thePreludeStoresReferencesInItsReferenceMacrosOnlyAndEachTells() throws IOException {
        String prelude = Files.readString(CHECKOUT.resolve("aot/src/main/resources/org/asterism/aot/prelude.h")).replace("\\\n", " ");
        List<String> stores = prelude.lines().filter(line -> STORE_OF_REFERENCE.matcher(line).find()).toList();
        assertThat(stores).hasSizeGreaterThanOrEqualTo(6).allMatch(line -> REFERENCE_MACRO.matcher(line).matches() && line.contains("TELL"));
    }

    @Test
    void theCompilerEmitsNoOtherStoreOfAReference() throws IOException {
        List<String> wrong = new ArrayList<>();
        sources(List.of("aot"), (name, lines) -> lines.stream().filter(line -> !TELLING_MACRO.matcher(line).find())
                .filter(line -> STORE_OF_REFERENCE.matcher(line).find() || line.contains("*(ref *)") && line.contains(") = "))
                .forEach(line -> wrong.add(name + ": " + line.strip())));
        assertThat(wrong).isEmpty();
    }
}
