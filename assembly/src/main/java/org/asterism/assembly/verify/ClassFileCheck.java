package org.asterism.assembly.verify;

import java.nio.ByteBuffer;
import javax.lang.model.SourceVersion;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.wire.GeneratedNames;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads class files and checks what can be said of one without looking at others: that it is one, its version, its names.
 *
 * <p>Names matter because they do not stay names. A JVM takes nearly any text for one, and the assembler writes them into Java
 * source, C and assembly, whose compilers would read on where the name ends.
 */
final class ClassFileCheck {
    /** Class files from Java 8 to 17: older ones are typed by inference, newer ones are not understood. */
    private static final int OLDEST_MAJOR = 52;

    private static final int NEWEST_MAJOR = 61;
    private static final int MAGIC = 0xcafebabe;
    private static final int HEADER_BYTES = 8;
    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_SHOWN = 60;
    private static final String REBUILD = "rebuild the bundle";
    private static final String SPLIT = "split it";

    private final Problems problems;

    ClassFileCheck(Problems problems) {
        this.problems = problems;
    }

    /** The class, or null if it is refused. */
    ClassNode read(Bundle bundle, String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES && problems.refuse(Check.SIZE, bundle, name, "has " + bytes.length
                + " bytes, more than the " + MOST_BYTES + " of any sensible class", SPLIT)) {
            return null;
        }
        if (!hasKnownVersion(bundle, name, bytes)) {
            return null;
        }
        ClassNode node = problems.isOn(Check.SIZE) ? new ClassCost.Tree() : new ClassNode(Opcodes.ASM9);
        String fault;
        try {
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            fault = AnnotationDepth.isTooDeep(node) ? "annotations lie more than " + AnnotationDepth.MOST + " deep in each other" : FormatProbe.fault(bytes);
        } catch (ClassCost.TooLargeException e) {
            problems.refuse(Check.SIZE, bundle, name, e.getMessage(), SPLIT);
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            // the library reads annotations by recursion, and trusts every index and length in the file
            fault = e instanceof IndexOutOfBoundsException ? "something in it points outside the file" : e.toString();
            node = null;
        }
        if (fault != null && problems.refuse(Check.CLASS_FILE, bundle, name, "is not a class file (" + fault + ")", REBUILD) || node == null) {
            return null;
        }
        String cost = ClassCost.fault(node);
        if (cost != null && problems.refuse(Check.SIZE, bundle, name, cost, SPLIT)) {
            return null;
        }
        if (!node.name.equals(name) && problems.refuse(Check.CLASS_NAME, bundle, name, "holds class " + node.name.replace('/', '.'), REBUILD)) {
            return null;
        }
        names(bundle, node);
        String signature = GenericSignature.fault(node);
        if (signature != null) {
            problems.refuse(Check.SIGNATURE, bundle, name, "has the generic type '" + shown(signature) + "', which is malformed or nested too deep", REBUILD);
        }
        return node;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private boolean hasKnownVersion(Bundle bundle, String name, byte[] bytes) {
        if (bytes.length < HEADER_BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            return true; // that it is no class file says more
        }
        int minor = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(4));
        int major = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(6));
        boolean known = major >= OLDEST_MAJOR && major <= NEWEST_MAJOR && minor == 0;
        return known || !problems.refuse(Check.CLASS_VERSION, bundle, name, "class file version " + major
                + (minor == 0xffff ? " with preview features" : minor == 0 ? "" : "." + minor) + " is not between " + OLDEST_MAJOR + " and " + NEWEST_MAJOR,
                "compile with --release 17");
    }

    private void names(Bundle bundle, ClassNode node) {
        className(bundle, node.name);
        for (FieldNode field : node.fields) {
            memberName(bundle, node, "field", field.name);
        }
        for (MethodNode method : node.methods) {
            if (!method.name.equals("<init>") && !method.name.equals("<clinit>")) {
                memberName(bundle, node, "method", method.name);
            }
        }
        if (node.sourceFile != null && !node.sourceFile.matches("[\\p{L}\\p{N}_$. +-]{1,255}")) {
            problems.refuse(Check.SOURCE_FILE, bundle, node.name, "says it was compiled from '" + node.sourceFile + "', which is not the name of a file", REBUILD);
        }
    }

    private void className(Bundle bundle, String name) {
        for (String part : name.split("/", -1)) {
            if (!isIdentifier(part) && !(part.equals("package-info") && name.endsWith("/package-info"))) {
                problems.refuse(Check.NAMES, bundle, name, "has a name that no Java source can have, because of '" + part + "'", "rename it");
            }
        }
        boolean generated = name.startsWith(GeneratedNames.PACKAGE.replace('.', '/') + "/")
                || name.contains("$$Lambda$") || name.contains("$$Record$") || name.contains("$$Array$");
        if (generated) {
            problems.refuse(Check.GENERATED_NAMES, bundle, name, "has a name that is kept for generated classes", "rename it");
        }
    }

    private void memberName(Bundle bundle, ClassNode node, String kind, String name) {
        if (!isIdentifier(name)) {
            problems.refuse(Check.NAMES, bundle, node.name, "has a " + kind + " with a name that no Java source can have: '" + name + "'", "rename it");
        }
    }

    /** Java ignores some characters of names, which change what a reader sees, or where a terminal writes. */
    private static boolean isIdentifier(String name) {
        return SourceVersion.isIdentifier(name) && name.codePoints().noneMatch(Character::isIdentifierIgnorable);
    }
}
