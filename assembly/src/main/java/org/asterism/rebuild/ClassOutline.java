package org.asterism.rebuild;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What of a class others can depend on.
 *
 * @param declaration a class file that says how it is declared, with all members but private ones that have no annotations; what is compiled
 *     against the class, or made of its annotations, depends on no more
 * @param description a class file of what bnd may describe it by: what has annotations, and what belongs to that; nothing if it has none
 * @param ancestors its superclass and interfaces but for the language's; who implements what a package provides imports it by a narrower range
 * @param packages those that it names; the bundle's imports are made of them
 */
record ClassOutline(Optional<ByteBuffer> declaration, Optional<ByteBuffer> description, Set<String> ancestors, Set<String> packages) {
    private static final String REFERENCE = "Lorg/osgi/service/component/annotations/Reference;";
    /** Tags of the constant pool (JVMS §4.4). */
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    /** A class in a descriptor or signature (JVMS §4.3, §4.7.9.1). */
    private static final Pattern NAMED = Pattern.compile("L([\\w$]+(?:/[\\w$]+)*)/[\\w$]+[;<.]");

    /** The outline of a class file. */
    static ClassOutline of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassNode node = new ClassNode();
        reader.accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        node.fields.removeIf(field -> isHidden(field.access, field.visibleAnnotations, field.invisibleAnnotations));
        node.methods.removeIf(method -> isHidden(method.access, method.visibleAnnotations, method.invisibleAnnotations)
                && method.visibleParameterAnnotations == null && method.invisibleParameterAnnotations == null);
        // a body has every nested class listed that it names
        String family = node.name.split("\\$", 2)[0] + "$";
        node.innerClasses.removeIf(nested -> !nested.name.startsWith(family));
        Optional<ByteBuffer> declaration = written(node);
        Set<String> ancestors = new TreeSet<>(node.interfaces);
        ancestors.add(node.superName);
        ancestors.removeIf(name -> name.startsWith("java/"));
        return new ClassOutline(declaration, description(node), ancestors, packages(reader, classFile));
    }

    /** Leaves of a declaration what bnd may read. An annotation's elements have defaults, which are properties of components. */
    private static Optional<ByteBuffer> description(ClassNode node) {
        node.innerClasses.clear();
        node.nestMembers = null;
        node.permittedSubclasses = null;
        if ((node.access & Opcodes.ACC_ANNOTATION) != 0) {
            return written(node);
        }
        // the method that takes a reference back is found by its name
        if (node.methods.stream().noneMatch(method -> annotations(method.visibleAnnotations, method.invisibleAnnotations).anyMatch(REFERENCE::equals))) {
            node.methods.removeIf(method -> !method.name.equals("<init>") && !isAnnotated(method));
        }
        node.fields.removeIf(field -> annotations(field.visibleAnnotations, field.invisibleAnnotations).findAny().isEmpty());
        boolean isAnnotated = annotations(node.visibleAnnotations, node.invisibleAnnotations).findAny().isPresent() || !node.fields.isEmpty()
                || node.methods.stream().anyMatch(ClassOutline::isAnnotated);
        return isAnnotated ? written(node) : Optional.empty();
    }

    private static boolean isHidden(int access, List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        return (access & Opcodes.ACC_PRIVATE) != 0 && visible == null && invisible == null;
    }

    private static boolean isAnnotated(MethodNode method) {
        return method.visibleParameterAnnotations != null || method.invisibleParameterAnnotations != null
                || annotations(method.visibleAnnotations, method.invisibleAnnotations).findAny().isPresent();
    }

    /** The types of annotations but for those of the language. */
    private static Stream<String> annotations(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        return Stream.of(visible, invisible).filter(Objects::nonNull).flatMap(List::stream).map(annotation -> annotation.desc)
                .filter(type -> !type.startsWith("Ljava/lang/"));
    }

    private static Optional<ByteBuffer> written(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return Optional.of(ByteBuffer.wrap(writer.toByteArray()));
    }

    /** More than it names, for any text may look like a descriptor. */
    private static Set<String> packages(ClassReader reader, byte[] classFile) {
        Set<String> packages = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            String name = tag == CLASS ? reader.readUTF8(offset, buffer) : "[";
            if (!name.startsWith("[")) {
                packages.add(name.substring(0, Math.max(0, name.lastIndexOf('/'))));
            } else if (tag == UTF8) {
                Matcher named = NAMED.matcher(text(classFile, offset));
                while (named.find()) {
                    packages.add(named.group(1));
                }
            }
        }
        return packages;
    }

    private static String text(byte[] classFile, int offset) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile, offset, classFile.length - offset))) {
            return in.readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
