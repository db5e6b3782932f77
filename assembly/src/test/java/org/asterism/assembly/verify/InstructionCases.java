package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.ofBytes;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Instructions that would make a pointer of what is none, each with HotSpot's reason to refuse it; in each method local 0 is the object, 1 its argument. */
final class InstructionCases {
    private static final String FORGED = "org/example/rogue/Forged";
    private static final String OBJECT = "java/lang/Object";
    private static final String STACK = "Bad type on operand stack";
    private static final String LOCAL = "Bad local variable type";

    private InstructionCases() {}

    static Stream<HostileBundle> all() {
        return Stream.of(stack(), locals(), objects(), constructors(), flow()).flatMap(cases -> cases);
    }

    private static HostileBundle refused(String name, String reason, String method, String descriptor, Consumer<MethodVisitor> code) {
        return ofBytes(name, Check.TYPES, "Forged: does not verify: VerifyError: " + reason,
                Forgery.forged().with(writer -> writer.visitField(Opcodes.ACC_PUBLIC, "mine", "L" + OBJECT + ";", null, null)).method(method, descriptor, code));
    }

    private static HostileBundle refused(String name, String reason, String descriptor, Consumer<MethodVisitor> code) {
        return refused(name, reason, "f", descriptor, code);
    }

    private static Consumer<MethodVisitor> simple(int... opcodes) {
        return code -> {
            for (int opcode : opcodes) {
                code.visitInsn(opcode);
            }
            code.visitInsn(Opcodes.RETURN);
        };
    }

    private static Consumer<MethodVisitor> loaded(Consumer<MethodVisitor> then) {
        return code -> {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            then.accept(code);
        };
    }

    private static Stream<HostileBundle> stack() {
        return Stream.of(
                refused("more taken than is there", "Operand stack underflow", "()V", simple(Opcodes.POP)),
                refused("more put than there is room", "Operand stack overflow", "()V", simple(3, 3, 3, 3, 3, 3, 3)),
                refused("half a long copied", STACK, "()V", simple(Opcodes.LCONST_0, Opcodes.DUP, Opcodes.POP)),
                refused("half a long swapped", STACK, "()V", simple(Opcodes.ICONST_0, Opcodes.LCONST_0, Opcodes.SWAP)),
                refused("half a long added", STACK, "()V", simple(Opcodes.LCONST_0, Opcodes.ICONST_0, Opcodes.IADD)),
                refused("floats of ints added", STACK, "()V", simple(Opcodes.ICONST_0, Opcodes.ICONST_0, Opcodes.FADD)),
                refused("a reference as an int", STACK, "()V", simple(Opcodes.ACONST_NULL, Opcodes.INEG)),
                refused("the length of an int", STACK, "()V", simple(Opcodes.ICONST_1, Opcodes.ARRAYLENGTH)),
                refused("an int thrown", STACK, "()V", simple(Opcodes.ICONST_1, Opcodes.ATHROW)),
                refused("a reference from an array of ints", STACK, "([I)V", loaded(simple(Opcodes.ICONST_0, Opcodes.AALOAD))),
                refused("an int from an array of references", STACK, "([L" + OBJECT + ";)V", loaded(simple(Opcodes.ICONST_0, Opcodes.IALOAD))),
                refused("a byte from an array of ints", STACK, "([I)V", loaded(simple(Opcodes.ICONST_0, Opcodes.BALOAD))),
                refused("a long into an array of ints", STACK, "([I)V", loaded(simple(Opcodes.ICONST_0, Opcodes.LCONST_0, Opcodes.LASTORE))),
                refused("an object's length", STACK, "(L" + OBJECT + ";)V", loaded(simple(Opcodes.ARRAYLENGTH))),
                refused("a string thrown", STACK, "(Ljava/lang/String;)V", loaded(simple(Opcodes.ATHROW))));
    }

    private static Stream<HostileBundle> locals() {
        return Stream.of(
                refused("a local that is not there", "Local variable table overflow Local index 60 is invalid", "()V", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 60);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("a local that was never stored", LOCAL, "()V", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 3);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("a long whose second half was overwritten", LOCAL, "()V", code -> {
                    code.visitInsn(Opcodes.LCONST_0);
                    code.visitVarInsn(Opcodes.LSTORE, 1);
                    code.visitInsn(Opcodes.ICONST_0);
                    code.visitVarInsn(Opcodes.ISTORE, 2);
                    code.visitVarInsn(Opcodes.LLOAD, 1);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("a reference that is counted up", LOCAL, "()V", code -> {
                    code.visitIincInsn(0, 8);
                    code.visitInsn(Opcodes.RETURN);
                }));
    }

    private static Stream<HostileBundle> objects() {
        return Stream.of(
                refused("a field of another class", STACK, "(Ljava/lang/String;)V", loaded(code -> {
                    code.visitFieldInsn(Opcodes.GETFIELD, FORGED, "mine", "L" + OBJECT + ";");
                    code.visitInsn(Opcodes.RETURN);
                })),
                refused("an int put where a reference is", STACK, "()V", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitFieldInsn(Opcodes.PUTFIELD, FORGED, "mine", "L" + OBJECT + ";");
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("a method of another class", STACK, "(Ljava/lang/String;)V", loaded(code -> {
                    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/StringBuilder", "reverse", "()Ljava/lang/StringBuilder;", false);
                    code.visitInsn(Opcodes.RETURN);
                })),
                refused("an interface taken for a class that implements it", "Bad return type", "(Ljava/lang/CharSequence;)Ljava/lang/String;",
                        loaded(code -> code.visitInsn(Opcodes.ARETURN))),
                refused("a superclass's method of another object", STACK, "(Ljava/lang/String;)V", loaded(code -> {
                    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "hashCode", "()I", false);
                    code.visitInsn(Opcodes.RETURN);
                })),
                refused("an interface's method of an int", STACK, "()V", code -> {
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
                    code.visitInsn(Opcodes.RETURN);
                }),
                of("a method read as a field", Check.MEMBER_EXISTS, "uses field java.lang.Object.hashCode of type ()I, which does not exist",
                        bank -> rogue().afterPacking(FORGED + ".class", methodAsField())).alsoRefusedBy(Check.TYPES),
                refused("a cast of an int", STACK, "()V", code -> {
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/String");
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("a lambda that captures an int as a reference", STACK, "()V", code -> {
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitInvokeDynamicInsn("x", "(L" + OBJECT + ";)Ljava/lang/String;", Forgery.concatenation(), "\1");
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("an array of arrays with more lengths than it has", "Illegal dimension in multianewarray instruction", "()V", code -> {
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitMultiANewArrayInsn("[I", 2);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("an array of nothing known", "Illegal newarray instruction", "()V", code -> {
                    code.visitInsn(Opcodes.ICONST_1);
                    code.visitIntInsn(Opcodes.NEWARRAY, 3);
                    code.visitInsn(Opcodes.RETURN);
                }));
    }

    /** A {@code getfield} whose entry in the constant pool is a method's. */
    private static byte[] methodAsField() {
        byte[] bytes = Forgery.forged().method("f", "()I", code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OBJECT, "hashCode", "()I", false);
            code.visitInsn(Opcodes.IRETURN);
        }).bytes();
        for (int at = 0; at < bytes.length - 1; at++) {
            if (bytes[at] == 0x2a && bytes[at + 1] == (byte) Opcodes.INVOKEVIRTUAL) { // behind aload_0
                bytes[at + 1] = (byte) Opcodes.GETFIELD;
            }
        }
        return bytes;
    }

    private static Consumer<MethodVisitor> created(Consumer<MethodVisitor> then) {
        return code -> {
            code.visitTypeInsn(Opcodes.NEW, FORGED);
            then.accept(code);
            code.visitInsn(Opcodes.RETURN);
        };
    }

    private static void construct(MethodVisitor code, String owner) {
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", "()V", false);
    }

    private static Stream<HostileBundle> constructors() {
        return Stream.of(
                refused("an unfinished object stored", STACK, "()V", created(code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitInsn(Opcodes.SWAP);
                    code.visitFieldInsn(Opcodes.PUTFIELD, FORGED, "mine", "L" + OBJECT + ";");
                })),
                refused("an unfinished object passed on", STACK, "()V",
                        created(code -> code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/String", "valueOf", "(L" + OBJECT + ";)Ljava/lang/String;", false))),
                refused("an unfinished object called", STACK, "()V",
                        created(code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OBJECT, "hashCode", "()I", false))),
                refused("an object constructed twice", "Bad operand type when invoking <init>", "()V", code -> {
                    code.visitTypeInsn(Opcodes.NEW, OBJECT);
                    code.visitInsn(Opcodes.DUP);
                    code.visitInsn(Opcodes.DUP);
                    construct(code, OBJECT);
                    construct(code, OBJECT);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("an object constructed as one of its superclass", "Call to wrong <init> method", "()V", created(code -> construct(code, OBJECT))),
                refused("a finished object constructed again", "Bad operand type when invoking <init>", "()V", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    construct(code, OBJECT);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("an object that leaks before it is constructed", STACK, "<init>", "()V", code -> {
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/String", "valueOf", "(L" + OBJECT + ";)Ljava/lang/String;", false);
                    code.visitInsn(Opcodes.POP);
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    construct(code, OBJECT);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("a constructor that survives the failure of its superclass's", "Bad <init> method call from after the start of a try block", "<init>", "()V", code -> {
                    Label start = new Label();
                    Label end = new Label();
                    code.visitTryCatchBlock(start, end, end, null);
                    code.visitLabel(start);
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    construct(code, OBJECT);
                    code.visitInsn(Opcodes.RETURN);
                    code.visitLabel(end);
                    code.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.UNINITIALIZED_THIS}, 1, new Object[] {"java/lang/Throwable"});
                    code.visitInsn(Opcodes.POP);
                    code.visitInsn(Opcodes.RETURN);
                }));
    }

    private static Stream<HostileBundle> flow() {
        return Stream.of(
                refused("code that does not end", "Control flow falls through code end", "()V", code -> code.visitInsn(Opcodes.NOP)),
                refused("a jump to where no frame is", "Expecting a stackmap frame at branch target 5", "(I)V", code -> {
                    Label end = new Label();
                    code.visitVarInsn(Opcodes.ILOAD, 1);
                    code.visitJumpInsn(Opcodes.IFEQ, end);
                    code.visitInsn(Opcodes.NOP);
                    code.visitLabel(end);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("a frame with more on the stack than there is", "Inconsistent stackmap frames at branch target 4", "(I)V", code -> {
                    Label end = new Label();
                    code.visitVarInsn(Opcodes.ILOAD, 1);
                    code.visitJumpInsn(Opcodes.IFEQ, end);
                    code.visitLabel(end);
                    code.visitFrame(Opcodes.F_NEW, 2, new Object[] {FORGED, Opcodes.INTEGER}, 1, new Object[] {OBJECT});
                    code.visitInsn(Opcodes.POP);
                    code.visitInsn(Opcodes.RETURN);
                }),
                refused("an int that returns nothing", "Method expects a return value", "()I", code -> code.visitInsn(Opcodes.RETURN)),
                refused("nothing that returns an int", "Method does not expect a return value", "()V", simple(Opcodes.ICONST_1, Opcodes.IRETURN)),
                refused("keys of a switch that are not in order", "Bad lookupswitch instruction", "(I)V", code -> {
                    Label end = new Label();
                    code.visitVarInsn(Opcodes.ILOAD, 1);
                    code.visitLookupSwitchInsn(end, new int[] {5, 1}, new Label[] {end, end});
                    code.visitLabel(end);
                    code.visitFrame(Opcodes.F_NEW, 2, new Object[] {FORGED, Opcodes.INTEGER}, 0, new Object[0]);
                    code.visitInsn(Opcodes.RETURN);
                }));
    }
}
