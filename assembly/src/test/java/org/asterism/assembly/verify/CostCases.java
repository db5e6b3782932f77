package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypeReference;

/** Small classes that take much time, memory or stack to check, and large ones. Each limit is passed by little, for they get through without it. */
final class CostCases {
    private static final String FORGED = "org/example/rogue/Forged.class";
    private static final String TOO_DEEP = "is not a class file (annotations lie more than 100 deep in each other)";

    private CostCases() {}

    static Stream<HostileBundle> all() {
        return Stream.concat(Stream.concat(sizes(), annotations()), signatures());
    }

    private static Stream<HostileBundle> sizes() {
        return Stream.of(
                of("a class of five million bytes", Check.SIZE, "bytes, more than the 4194304 of any sensible class; split it",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().with(CostCases::swell).bytes())),
                of("call sites with a third of a million arguments", Check.SIZE, "links call sites with more than 262144 arguments; split it",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().target("g", "()V").method("f", "()V", CostCases::link).bytes())),
                of("a type of fifty thousand characters in a hundred fields", Check.SIZE, "characters in the names and types of its members, more than 4194304",
                        bank -> rogue().afterPacking(longName() + ".class", Forgery.named(longName()).with(CostCases::repeat).bytes())),
                of("thirty thousand numbers on the stack", Check.SIZE, "times the depth of its stack, are 1800000000, more than 20000000; split it",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().with(CostCases::pile).bytes())),
                of("eight thousand stores into one of 65,535 locals", Check.SIZE, "stores, times its locals, are 524280000, more than 50000000; split it",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().with(CostCases::spread).bytes())),
                of("handlers of everything by each other", Check.SIZE, "has handlers for 250500 instructions, more than 200000; split it",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().method("f", "()V", CostCases::handle).bytes())));
    }

    private static void swell(ClassWriter writer) {
        Random letters = new Random(1); // what can be packed well is refused as a zip bomb
        for (int i = 0; i < 80; i++) {
            writer.newUTF8(letters.ints(65_000, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
        }
    }

    private static void pile(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "f", "()I", null, null);
        code.visitCode();
        Collections.nCopies(30_000, Opcodes.ICONST_1).forEach(code::visitInsn);
        Collections.nCopies(29_999, Opcodes.IADD).forEach(code::visitInsn);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(30_000, 0);
        code.visitEnd();
    }

    private static void spread(ClassWriter writer) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "f", "()V", null, null);
        code.visitCode();
        for (int i = 0; i < 8_000; i++) {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitVarInsn(Opcodes.ISTORE, 65_534);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, 65_535);
        code.visitEnd();
    }

    private static void link(MethodVisitor code) {
        List<Object> arguments = new ArrayList<>(List.of(Type.getType("()V"), Forgery.own("g", "()V"), Type.getType("()V"), 2, 500));
        arguments.addAll(Collections.nCopies(500, Type.getType("Ljava/lang/Runnable;")));
        for (int i = 0; i < 600; i++) {
            code.visitInvokeDynamicInsn("run", "()Ljava/lang/Runnable;", Forgery.altMetafactory(), arguments.toArray());
            code.visitInsn(Opcodes.POP);
        }
        code.visitInsn(Opcodes.RETURN);
    }

    private static String longName() {
        return "org/example/rogue/" + "x".repeat(50_000);
    }

    private static void repeat(ClassWriter writer) {
        for (int i = 0; i < 100; i++) {
            writer.visitField(0, "f" + i, "L" + longName() + ";", null, null);
        }
    }

    private static void handle(MethodVisitor code) {
        Label start = new Label();
        Label end = new Label();
        for (int i = 0; i < 500; i++) {
            code.visitTryCatchBlock(start, end, end, null);
        }
        code.visitLabel(start);
        for (int i = 0; i < 499; i++) {
            code.visitInsn(Opcodes.NOP);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitLabel(end);
        code.visitFrame(Opcodes.F_NEW, 1, new Object[] {"org/example/rogue/Forged"}, 1, new Object[] {"java/lang/Throwable"});
        code.visitInsn(Opcodes.ATHROW);
    }

    private static Stream<HostileBundle> annotations() {
        int result = TypeReference.newTypeReference(TypeReference.METHOD_RETURN).getValue();
        int field = TypeReference.newTypeReference(TypeReference.FIELD).getValue();
        return Stream.of(
                of("annotations nested without end", Check.CLASS_FILE, "org.example.rogue.Forged: is not a class file (java.lang.StackOverflowError)",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().with(writer -> nest(writer.visitAnnotation("LNote;", true), "value", 100_000)).bytes())),
                deep("of the class", writer -> nest(writer.visitAnnotation("LNote;", true), "value", 150)),
                deep("of a type", writer -> nest(writer.visitField(0, "x", "I", null, null).visitTypeAnnotation(field, null, "LNote;", true), "value", 150)),
                deep("of a result", writer -> nest(abstractMethod(writer).visitTypeAnnotation(result, null, "LNote;", false), "value", 150)),
                deep("of a parameter", writer -> nest(abstractMethod(writer).visitParameterAnnotation(0, "LNote;", true), "value", 150)),
                deep("of a record's component", writer -> nest(writer.visitRecordComponent("x", "I", null).visitAnnotation("LNote;", true), "value", 150)),
                deep("by default", writer -> nest(abstractMethod(writer).visitAnnotationDefault(), null, 150)));
    }

    private static HostileBundle deep(String where, Consumer<ClassWriter> content) {
        return of("annotations nested deeper than some stack " + where, Check.CLASS_FILE, TOO_DEEP,
                bank -> rogue().afterPacking(FORGED, Forgery.abstractOne().with(content).bytes()));
    }

    private static MethodVisitor abstractMethod(ClassWriter writer) {
        return writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "m", "(I)I", null, null);
    }

    private static void nest(AnnotationVisitor outermost, String name, int depth) {
        List<AnnotationVisitor> open = new ArrayList<>(List.of(outermost));
        for (int i = 0; i < depth; i++) {
            open.add(open.get(i).visitArray(i == 0 ? name : null));
        }
        for (int i = depth; i >= 0; i--) {
            open.get(i).visitEnd();
        }
    }

    private static Stream<HostileBundle> signatures() {
        String list = "Ljava/util/List<";
        return Stream.of("", "((((<<<", "()", "<>()V", "()V^", "()V;", "(L;)V", "(Ljava/util/List<>;)V", "(Ljava/util/List<*;)V",
                        "(" + list.repeat(200) + "*" + ">;".repeat(200) + ")V", "(" + list.repeat(3_500) + "*" + ">;".repeat(3_500) + ")V", "(" + "[".repeat(9_000) + "I)V")
                .map(signature -> of("the generic type " + signature.replaceAll("(.{12}).*", "$1..."), Check.SIGNATURE, "which is malformed or nested too deep",
                        bank -> rogue().afterPacking(FORGED, Forgery.forged().with(writer -> {
                            MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "f", "()V", signature, null);
                            code.visitCode();
                            code.visitInsn(Opcodes.RETURN);
                            code.visitMaxs(1, 1);
                        }).bytes())));
    }
}
