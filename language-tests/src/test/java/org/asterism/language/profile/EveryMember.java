package org.asterism.language.profile;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.aot.profile.PublishedProfile;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A program that calls every public member that a published profile offers, made as class files. It is linked, and never run. */
final class EveryMember {
    /** The method that calls everything. */
    static final String MAIN = "every.Member.main";

    private final PublishedProfile profile;
    private final Path folder;
    private final List<String> names = new ArrayList<>();

    private EveryMember(PublishedProfile profile, Path folder) {
        this.profile = profile;
        this.folder = folder;
    }

    /** Writes the program for a profile into a folder. */
    static void write(PublishedProfile profile, Path folder) throws IOException, ClassNotFoundException {
        Files.createDirectories(folder.resolve("every"));
        EveryMember program = new EveryMember(profile, folder);
        for (String className : profile.classes().keySet()) {
            program.callAll(Class.forName(className, false, null));
        }
        ClassWriter main = program.start("every/Member");
        MethodVisitor code = program.startMethod(main, "main", "()V");
        program.names.forEach(name -> code.visitMethodInsn(Opcodes.INVOKESTATIC, name, "all", "()V", false));
        program.finish(main, code, "every/Member");
    }

    private void callAll(Class<?> type) throws IOException {
        String name = "every/" + type.getName().replace('.', '_').replace('$', '_');
        ClassWriter writer = start(name);
        List<String> descriptors = new ArrayList<>();
        Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getMethods())).filter(member -> isOffered(type, member))
                .forEach(member -> descriptors.add(call(writer, type, member, "m" + descriptors.size())));
        MethodVisitor all = startMethod(writer, "all", "()V");
        for (int i = 0; i < descriptors.size(); i++) {
            for (Type argument : Type.getArgumentTypes(descriptors.get(i))) {
                all.visitInsn(zero(argument));
            }
            all.visitMethodInsn(Opcodes.INVOKESTATIC, name, "m" + i, descriptors.get(i), false);
        }
        finish(writer, all, name);
        names.add(name);
    }

    private static int zero(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY -> Opcodes.ACONST_NULL;
            case Type.LONG -> Opcodes.LCONST_0;
            case Type.FLOAT -> Opcodes.FCONST_0;
            case Type.DOUBLE -> Opcodes.DCONST_0;
            default -> Opcodes.ICONST_0;
        };
    }

    /** Whether a bundle may use a member; for kernels, members that take or give floating-point numbers are left out. */
    private boolean isOffered(Class<?> type, Executable member) {
        if (member instanceof Method method && (method.isBridge() || method.isSynthetic())
                || member instanceof Constructor<?> && Modifier.isAbstract(type.getModifiers())) {
            return false;
        }
        String name = member instanceof Method method ? method.getName() : "<init>";
        String descriptor = descriptor(member);
        if (profile.refusal(member.getDeclaringClass().getName(), name, descriptor).isPresent()
                || profile.refusal(type.getName(), name, descriptor).isPresent()) {
            return false;
        }
        return Stream.concat(Stream.of(Type.getArgumentTypes(descriptor)), Stream.of(Type.getReturnType(descriptor))).allMatch(this::isOffered);
    }

    private boolean isOffered(Type named) {
        Type element = named.getSort() == Type.ARRAY ? named.getElementType() : named;
        return switch (element.getSort()) {
            case Type.OBJECT -> profile.refusal(element.getClassName()).isEmpty();
            case Type.FLOAT, Type.DOUBLE -> !profile.name().equals("kernel");
            default -> true;
        };
    }

    private static String descriptor(Executable member) {
        return member instanceof Method method ? Type.getMethodDescriptor(method) : Type.getConstructorDescriptor((Constructor<?>) member);
    }

    private String call(ClassWriter writer, Class<?> type, Executable member, String name) {
        String owner = Type.getInternalName(type);
        String target = descriptor(member);
        boolean constructs = member instanceof Constructor<?>;
        boolean receives = !constructs && !Modifier.isStatic(member.getModifiers());
        String descriptor = (receives ? "(L" + owner + ";" : "(") + target.substring(1, target.indexOf(')')) + ")V";
        MethodVisitor code = startMethod(writer, name, descriptor);
        if (constructs) {
            code.visitTypeInsn(Opcodes.NEW, owner);
            code.visitInsn(Opcodes.DUP);
        }
        int local = 0;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
            local += argument.getSize();
        }
        int opcode = constructs ? Opcodes.INVOKESPECIAL : !receives ? Opcodes.INVOKESTATIC
                : type.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        code.visitMethodInsn(opcode, owner, constructs ? "<init>" : ((Method) member).getName(), target, type.isInterface());
        Type result = Type.getReturnType(target);
        if (constructs || result.getSize() == 1) {
            code.visitInsn(Opcodes.POP);
        } else if (result.getSize() == 2) {
            code.visitInsn(Opcodes.POP2);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        return descriptor;
    }

    private ClassWriter start(String name) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        return writer;
    }

    private MethodVisitor startMethod(ClassWriter writer, String name, String descriptor) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private void finish(ClassWriter writer, MethodVisitor code, String name) throws IOException {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        Files.write(folder.resolve(name + ".class"), writer.toByteArray());
    }
}
