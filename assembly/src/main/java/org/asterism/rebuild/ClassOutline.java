package org.asterism.rebuild;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/**
 * What of a class others can depend on.
 *
 * @param declaration a class file that says how it is declared, with all members but private ones that have no annotations; what is compiled
 *     against the class, or made of its annotations, depends on no more
 * @param packages those that it names; the bundle's imports are made of them
 */
record ClassOutline(ByteBuffer declaration, Set<String> packages) {
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
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return new ClassOutline(ByteBuffer.wrap(writer.toByteArray()), packages(reader, classFile));
    }

    private static boolean isHidden(int access, List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        return (access & Opcodes.ACC_PRIVATE) != 0 && visible == null && invisible == null;
    }

    /** More than it names, for any text may look like a descriptor. */
    private static Set<String> packages(ClassReader reader, byte[] classFile) {
        Set<String> packages = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag == CLASS) {
                String name = reader.readUTF8(offset, buffer);
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
