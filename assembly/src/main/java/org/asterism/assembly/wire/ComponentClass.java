package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class behind a component, as far as generated code must know it: what it can call, with which types. */
final class ComponentClass {
    /** A public method or constructor; {@code descriptor} as in the class file. */
    record Member(String name, String descriptor) {
        List<Type> parameters() {
            return List.of(Type.getArgumentTypes(descriptor));
        }
    }

    /** Superclasses looked at; a hostile class may be its own. The verifier allows no more either. */
    static final int MOST_LEVELS = 100;

    private final List<Member> publicMembers = new ArrayList<>();
    private boolean isPublic;
    private boolean isAbstract;

    private ComponentClass() {}

    /**
     * Reads a class and those of its superclasses that lie in the same bundle; null if the bundle lacks the class.
     *
     * @throws RuntimeException if one of them is damaged
     */
    static ComponentClass read(Component component) {
        SortedMap<String, byte[]> classes = component.bundle().classes();
        ComponentClass shape = new ComponentClass();
        String name = component.implementation().replace('.', '/');
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return null;
        }
        for (int level = 0; bytes != null && level < MOST_LEVELS; level++) {
            ClassReader reader = new ClassReader(bytes);
            boolean first = level == 0;
            if (first) {
                shape.isPublic = (reader.getAccess() & Opcodes.ACC_PUBLIC) != 0;
                shape.isAbstract = (reader.getAccess() & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0;
            }
            reader.accept(shape.collector(first), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            bytes = classes.get(reader.getSuperName());
        }
        return shape;
    }

    private ClassVisitor collector(boolean withConstructors) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
                boolean constructor = name.equals("<init>");
                if ((access & Opcodes.ACC_PUBLIC) != 0 && (access & Opcodes.ACC_STATIC) == 0 && (withConstructors || !constructor)) {
                    publicMembers.add(new Member(name, descriptor));
                }
                return null;
            }
        };
    }

    boolean isInstantiable() {
        return isPublic && !isAbstract;
    }

    /** Public constructors with so many parameters. */
    List<Member> constructors(int parameters) {
        return publicMembers.stream()
                .filter(member -> member.name().equals("<init>") && member.parameters().size() == parameters)
                .toList();
    }

    /** Public methods of a name. */
    List<Member> methods(String name) {
        return publicMembers.stream().filter(member -> member.name().equals(name)).toList();
    }
}
