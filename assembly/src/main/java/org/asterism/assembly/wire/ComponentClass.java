package org.asterism.assembly.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
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

        /** What Java source tells methods apart by. */
        private String signature() {
            return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
        }
    }

    /** Superclasses looked at; a hostile class may be its own. The verifier allows no more either. */
    static final int MOST_LEVELS = 100;

    private final List<Member> publicMembers = new ArrayList<>();
    private final Map<String, Integer> signatures = new HashMap<>();
    private final Set<String> members = new HashSet<>();
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
            List<Member> declared = new ArrayList<>();
            reader.accept(shape.collector(declared, first), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            declared.removeIf(member -> shape.signatures.containsKey(member.signature())); // overridden
            declared.forEach(member -> shape.signatures.merge(member.signature(), 1, Integer::sum));
            shape.publicMembers.addAll(declared);
            bytes = classes.get(reader.getSuperName());
        }
        return shape;
    }

    private ClassVisitor collector(List<Member> declared, boolean ofTheClassItself) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitInnerClass(String name, String outer, String simple, int access) {
                if (ofTheClassItself && outer != null && name.equals(outer + "$" + simple)) {
                    members.add(name);
                }
            }

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
                // javac sees no synthetic ones, and generated code is Java source
                boolean callable = (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == Opcodes.ACC_PUBLIC;
                if (callable && (ofTheClassItself || !name.equals("<init>"))) {
                    declared.add(new Member(name, descriptor));
                }
                return null;
            }
        };
    }

    /** Whether each dollar in the class's name says that what follows it is a member of what is before: source code names no other. */
    boolean isNamedForItsPlace(String className) {
        String name = className.replace('.', '/');
        return IntStream.range(name.lastIndexOf('/') + 2, name.length()).filter(at -> name.charAt(at) == '$')
                .allMatch(at -> members.contains(name.indexOf('$', at + 1) < 0 ? name : name.substring(0, name.indexOf('$', at + 1))));
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

    /** Public methods of a name, as far as Java source can name them and tell them apart. */
    List<Member> methods(String name) {
        return !SourceVersion.isName(name) ? List.of() : publicMembers.stream()
                .filter(member -> member.name().equals(name) && signatures.get(member.signature()) == 1)
                .toList();
    }
}
