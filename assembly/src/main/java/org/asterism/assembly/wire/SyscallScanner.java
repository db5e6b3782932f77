package org.asterism.assembly.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.asterism.assembly.NearestName;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the {@code @Syscall} methods of components. */
public final class SyscallScanner {
    private static final int MOST_PARAMETERS = 6;
    private static final String ANNOTATION = "L" + GeneratedNames.SYSCALL.replace('.', '/') + ";";
    private static final String THREAD = "Lorg/asterism/kernel/process/UserThread;";

    private final String architecture;
    private final SortedMap<Integer, SyscallMethod> calls = new TreeMap<>();
    private final List<String> problems;

    private SyscallScanner(String architecture, List<String> problems) {
        this.architecture = architecture;
        this.problems = problems;
    }

    /**
     * Collects the system calls that components provide.
     *
     * @param providers components with handlers
     * @param architecture decides the numbers: {@code x86_64} has a table of its own, others share the generic one
     * @param problems gets one line for every wrong handler, unknown name, and call with two providers
     * @return calls by number; a call that the architecture does not have is left out
     */
    public static SortedMap<Integer, SyscallMethod> scan(Collection<Component> providers, String architecture, List<String> problems) {
        SyscallScanner scanner = new SyscallScanner(architecture, problems);
        providers.forEach(scanner::scan);
        return scanner.calls;
    }

    private void scan(Component provider) {
        SortedMap<String, byte[]> classes = provider.bundle().classes();
        byte[] bytes = classes.get(provider.implementation().replace('.', '/'));
        try {
            for (int level = 0; bytes != null && level < ComponentClass.MOST_LEVELS; level++) {
                ClassReader reader = new ClassReader(bytes);
                reader.accept(methods(provider), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
                bytes = classes.get(reader.getSuperName());
            }
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(BootWriter.unreadable(provider, e));
        }
    }

    private ClassVisitor methods(Component provider) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                        return annotation.equals(ANNOTATION) ? values(provider, access, name, descriptor) : null;
                    }
                };
            }
        };
    }

    private AnnotationVisitor values(Component provider, int access, String method, String descriptor) {
        return new AnnotationVisitor(Opcodes.ASM9) {
            private final Map<String, Object> values = new TreeMap<>(Map.of("partial", ""));

            @Override
            public void visit(String name, Object value) {
                values.put(name, value);
            }

            @Override
            public void visitEnd() {
                if (values.get("value") instanceof String call && values.get("partial") instanceof String partial) {
                    add(provider, access, method, descriptor, call, partial);
                } else {
                    problems.add(provider.bundle() + ": " + provider.implementation() + "." + method
                            + " has a malformed annotation @Syscall; rebuild the bundle");
                }
            }
        };
    }

    private void add(Component provider, int access, String method, String descriptor, String call, String partial) {
        String where = provider.bundle() + ": " + provider.implementation() + "." + method;
        Type[] types = Type.getArgumentTypes(descriptor);
        boolean shaped = SourceVersion.isName(method)
                && (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == Opcodes.ACC_PUBLIC
                && Type.getReturnType(descriptor) == Type.LONG_TYPE
                && types.length >= 1 && types.length <= MOST_PARAMETERS + 1
                && types[0].getDescriptor().equals(THREAD)
                && Arrays.stream(types).skip(1).allMatch(type -> type == Type.INT_TYPE || type == Type.LONG_TYPE);
        if (!shaped) {
            problems.add(where + " handles system call " + call + " with the wrong shape; write public long "
                    + method + "(UserThread thread, up to six int or long parameters)");
            return;
        }
        int number = LinuxCalls.number(call, architecture);
        if (number < 0) {
            if (LinuxCalls.number(call, "x86_64") < 0 && LinuxCalls.number(call, "generic") < 0) {
                problems.add(where + " handles system call '" + call + "', which Linux does not have; use the name in syscalls(2)"
                        + NearestName.hint(call, LinuxCalls.of(architecture).keySet()));
            }
            return;
        }
        SyscallMethod other = calls.putIfAbsent(number,
                new SyscallMethod(call, number, partial, provider, method, Arrays.asList(types).subList(1, types.length)));
        if (other != null) {
            problems.add("system call " + call + " is handled by " + other.provider().implementation() + "." + other.method()
                    + " and by " + provider.implementation() + "." + method + "; a call has one provider");
        }
    }
}
