package org.asterism.aot.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.asterism.aot.world.ClassContainer;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Symbols of a bundle that chooses its names with care. */
class NamesTest {
    /** Their names in {@code hostile/Twins} have one hash of 32 bits (SHA-256): found in a second. */
    private static final int FIRST_TWIN = 26_034;
    private static final int SECOND_TWIN = 46_248;

    private final World world = new World(ClassContainer.javaBase());

    @TempDir
    private Path folder;

    private List<JavaMethod> methods(String bundle, String name, List<String> methods) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, name, null, "java/lang/Object", null);
        methods.forEach(method -> writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, method, "()V", null, null).visitEnd());
        writer.visitEnd();
        Path file = folder.resolve(bundle).resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toByteArray());
        List<JavaMethod> loaded = new ArrayList<>();
        world.load(world.addBundle(bundle, false, ClassContainer.open(folder.resolve(bundle)), Map.of()), name).methods().forEach(loaded::add);
        return loaded;
    }

    /** Twenty letters that no C name can hold, chosen by the bits of a number. */
    private static String greek(int number) {
        return IntStream.range(0, 20).mapToObj(bit -> (number >> bit & 1) == 0 ? "\u03b1" : "\u03b2").reduce("", String::concat);
    }

    @Test
    void namesWhoseHashesBeginAlikeHaveSymbolsOfTheirOwn() throws IOException {
        Names names = new Names();
        List<JavaMethod> twins = methods("hostile", "hostile/Twins", List.of(greek(FIRST_TWIN), greek(SECOND_TWIN)));
        assertThat(twins).extracting(names::method).doesNotHaveDuplicates();
        assertThat(twins).extracting(names::selector).doesNotHaveDuplicates();
        assertThat(names.clashes()).isEmpty();
    }

    @Test
    void aMemberIsNotTakenForOneOfAClassWhoseNameContainsThePunctuation() throws IOException {
        Names names = new Names();
        JavaMethod member = methods("hostile", "hostile/A", List.of("_|c")).get(0);
        JavaMethod other = methods("hostile", "hostile/A|_", List.of("c")).get(0);
        assertThat(names.method(member)).isNotEqualTo(names.method(other));
        assertThat(names.clashes()).isEmpty();
    }

    @Test
    void twoThingsOfOneSymbolAreTold() throws IOException {
        Names names = new Names(1);
        List<String> many = IntStream.range(0, 257).mapToObj(NamesTest::greek).toList();
        for (JavaMethod method : methods("hostile", "hostile/Many", many)) {
            names.method(method);
        }
        IntStream.range(0, 257).forEach(number -> names.string("text " + number));
        assertThat(names.clashes()).anySatisfy(clash -> {
            assertThat(clash.symbol()).matches("hostile__Many_{24}[0-9a-zA-Z]{0,2}");
            assertThat(clash.bundle()).isEqualTo("hostile");
            assertThat(clash.holder()).isEqualTo("hostile/Many " + "?".repeat(20) + " ()V");
            assertThat(clash.other()).isEqualTo(clash.holder() + " of bundle hostile");
        }).anySatisfy(clash -> {
            assertThat(clash.symbol()).startsWith("string__");
            assertThat(clash.holder()).startsWith("text ");
        });
    }

    @Test
    void whateverABundleAndItsClassesAreCalledSymbolsAreNamesInC() throws IOException {
        Names names = new Names();
        String longest = "n".repeat(65_000);
        List<JavaMethod> methods = methods("8-ball", "p/" + "C".repeat(200), List.of(longest, "memcpy", "int", "\"\n??/*/", "\ud800", "$"));
        assertThat(methods).extracting(names::method).doesNotHaveDuplicates()
                .allSatisfy(symbol -> assertThat(symbol).matches("[a-zA-Z_][a-zA-Z0-9_]{1,300}"));
        assertThat(names.selector(methods.get(0))).hasSizeLessThan(120);
        assertThat(names.record(methods.get(0).owner())).matches("[a-zA-Z_][a-zA-Z0-9_]{1,300}");
    }
}
