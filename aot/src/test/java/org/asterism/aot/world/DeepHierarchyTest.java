package org.asterism.aot.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Classes and interfaces a thousand deep are loaded without recursion, and one that extends itself is refused. */
class DeepHierarchyTest {
    private static final int DEPTH = 1_000;

    @TempDir
    private Path folder;

    private void write(String name, String superclass, String... interfaces) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superclass, interfaces);
        writer.visitEnd();
        Files.createDirectories(folder.resolve("deep"));
        Files.write(folder.resolve(name + ".class"), writer.toByteArray());
    }

    private JavaClass load(String name) throws IOException {
        World world = new World(ClassContainer.javaBase());
        return world.load(world.addBundle("deep", false, ClassContainer.open(folder), Map.of()), name);
    }

    @Test
    void eachLevelHasTheSupertypesAboveIt() throws IOException {
        write("deep/C0", "java/lang/Object");
        write("deep/I0", "java/lang/Object");
        for (int i = 1; i < DEPTH; i++) {
            write("deep/C" + i, "deep/C" + (i - 1), "deep/I" + i);
            write("deep/I" + i, "java/lang/Object", "deep/I" + (i - 1));
        }
        JavaClass deepest = load("deep/C" + (DEPTH - 1));
        assertThat(deepest.supertypes()).hasSize(2 * DEPTH + 1);
        assertThat(deepest.superclass().name()).isEqualTo("deep/C" + (DEPTH - 2));
        assertThat(deepest.interfaces()).extracting(JavaClass::name).containsExactly("deep/I" + (DEPTH - 1));
    }

    @Test
    void aClassThatExtendsItselfIsRefused() throws IOException {
        write("deep/A", "deep/B");
        write("deep/B", "deep/C");
        write("deep/C", "deep/B");
        assertThatThrownBy(() -> load("deep/A")).isInstanceOf(UnresolvedReferenceException.class)
                .hasMessage("class deep.B in bundle deep is a supertype of itself");
    }
}
