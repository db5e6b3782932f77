package org.asterism.language.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Finds programs by looking at class files. */
final class ProgramFinder {
    private ProgramFinder() {}

    /** The names of the classes with a {@code main} method in a package and those below it, sorted. */
    static List<String> find(Path classes, String packageName) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve(packageName.replace('.', '/')))) {
            return files.filter(file -> file.toString().endsWith(".class")).filter(ProgramFinder::isProgram)
                    .map(file -> classes.relativize(file).toString().replace(".class", "").replace('/', '.')).sorted().toList();
        }
    }

    private static boolean isProgram(Path file) {
        ClassNode node = new ClassNode();
        try {
            new ClassReader(Files.readAllBytes(file)).accept(node, ClassReader.SKIP_CODE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return node.methods.stream().anyMatch(method -> method.name.equals("main") && method.desc.equals("([Ljava/lang/String;)V"));
    }
}
