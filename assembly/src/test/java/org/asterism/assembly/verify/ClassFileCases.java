package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.ofBytes;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.stream.Stream;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files and jars that are not what they seem. */
final class ClassFileCases {
    private static final String FORGED = "org/example/rogue/Forged.class";

    private ClassFileCases() {}

    static Stream<HostileBundle> all() {
        return Stream.concat(Stream.concat(files(), names()), jars());
    }

    private static Stream<HostileBundle> files() {
        return Stream.of(
                of("bytes that are no class", Check.CLASS_FILE, "org.example.rogue.Forged: is not a class file", bank -> rogue()
                        .afterPacking(FORGED, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})),
                of("a type that is none", Check.CLASS_FILE, "org.example.rogue.Forged: is not a class file (ClassFormatError: Field \"x\" in class org/example/rogue/Forged has illegal signature",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().with(writer -> writer.visitField(0, "x", "(", null, null)).bytes()))
                        .alsoRefusedBy(Check.TYPES),
                ofBytes("a class of Java 6, typed by inference", Check.CLASS_VERSION, "class file version 50 is not between 52 and 61; compile with --release 17",
                        Forgery.ofVersion(Opcodes.V1_6)),
                ofBytes("a class with preview features", Check.CLASS_VERSION, "class file version 61 with preview features is not between 52 and 61",
                        Forgery.ofVersion(Opcodes.V17 | Opcodes.V_PREVIEW)).alsoRefusedBy(Check.CLASS_FILE, Check.TYPES),
                of("a class under another's name", Check.CLASS_NAME, "org.example.rogue.Forged: holds class org.example.rogue.Other",
                        bank -> rogue().afterPacking(FORGED, Forgery.named("org/example/rogue/Other").bytes())).alsoRefusedBy(Check.TYPES),
                ofBytes("an int returned as an object", Check.TYPES, "org.example.rogue.Forged: does not verify: VerifyError: Bad type on operand stack",
                        Forgery.forged().method("f", "(J)Ljava/lang/Object;", ClassFileCases::confuse)),
                of("an int returned as an object, in a class that the JDK has too", Check.TYPES, "org.w3c.dom.Node: does not verify: VerifyError",
                        bank -> rogue().replacing("org/w3c/dom/Node.class",
                                Forgery.named("org/w3c/dom/Node").method("f", "(J)Ljava/lang/Object;", ClassFileCases::confuse).bytes())));
    }

    private static void confuse(MethodVisitor code) {
        code.visitVarInsn(Opcodes.LLOAD, 1);
        code.visitInsn(Opcodes.L2I);
        code.visitInsn(Opcodes.ARETURN);
    }

    private static Stream<HostileBundle> names() {
        return Stream.of(
                of("a class name with Java in it", Check.NAMES, "has a name that no Java source can have, because of 'A(){}'",
                        bank -> rogue().afterPacking("org/example/rogue/A(){}.class", Forgery.named("org/example/rogue/A(){}").bytes())),
                ofBytes("a method name with a character that turns the line around", Check.NAMES,
                        "has a method with a name that no Java source can have: 'f?g'",
                        Forgery.forged().method("f\u202eg", "()V", code -> code.visitInsn(Opcodes.RETURN))),
                ofBytes("a method name with Java in it", Check.NAMES, "has a method with a name that no Java source can have: 'f()\\u003b '",
                        Forgery.forged().target("f()\\u003b ", "()V")),
                ofBytes("a field name with a line break in it", Check.NAMES, "has a field with a name that no Java source can have: 'a?b'",
                        Forgery.forged().with(writer -> writer.visitField(0, "a\nb", "I", null, null))),
                ofBytes("a class named like one that the compiler makes", Check.GENERATED_NAMES, "Rogue$$Lambda$0$0: has a name that is kept for generated classes",
                        Forgery.named("org/example/rogue/Rogue$$Lambda$0$0")),
                ofBytes("a class in the package of the wiring", Check.GENERATED_NAMES, "org.asterism.boot.Boot: has a name that is kept for generated classes",
                        Forgery.named("org/asterism/boot/Boot")),
                ofBytes("a source file name with C in it", Check.SOURCE_FILE, "says it was compiled from 'x\"?int y;//', which is not the name of a file",
                        Forgery.forged().with(writer -> writer.visitSource("x\"\nint y;//", null))));
    }

    private static HostileBundle holding(String name, String line, String path) {
        return of(name, Check.JAR_CONTENT, "holds " + path + ", " + line, bank -> rogue().afterPacking(path, new byte[8]));
    }

    private static Stream<HostileBundle> jars() {
        return Stream.of(
                of("a multi-release jar", Check.JAR_CONTENT, "is a multi-release jar, which is another bundle on each Java; build it for Java 17 alone",
                        bank -> rogue().claiming("Multi-Release", "true")),
                of("a class path of its own", Check.JAR_CONTENT, "has header Class-Path: ../evil.jar", bank -> rogue().claiming("Class-Path", "../evil.jar")),
                holding("a class for a later Java", "a class that only a multi-release jar would use", "META-INF/versions/18/org/example/rogue/Rogue.class"),
                holding("a signature", "a signature that nothing here checks", "META-INF/BANK.RSA"),
                holding("a list of services", "a list for ServiceLoader", "META-INF/services/javax.annotation.processing.Processor"),
                holding("a jar in the jar", "a jar inside the jar, which is not linked", "lib/evil.jar"),
                holding("native code", "native code, which is not linked", "lib/libevil.so"));
    }
}
