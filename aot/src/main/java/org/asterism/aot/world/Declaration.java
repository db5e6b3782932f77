package org.asterism.aot.world;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** A class file that was read, and the bundle it lies in. */
record Declaration(Bundle bundle, ClassNode node, Map<String, Integer> codeSizes) {
    static Declaration parse(Bundle bundle, byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_FRAMES);
        return new Declaration(bundle, node, CodeSizes.of(reader));
    }

    /** The names of its superclass and its direct superinterfaces. */
    List<String> supertypes() {
        return Stream.concat(Stream.ofNullable(node.superName), node.interfaces.stream()).toList();
    }

    boolean isOf(Declaration other) {
        return bundle == other.bundle && node.name.equals(other.node.name);
    }
}
