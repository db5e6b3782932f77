package org.asterism.assembly.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.asterism.kernel.abi.GenericSyscallNumbers;
import org.asterism.kernel.abi.X86SyscallNumbers;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The system calls that Linux has. The contracts map names to numbers by a switch over strings; its names are read from the
 * class file, so that there is one list.
 */
public final class LinuxCalls {
    private LinuxCalls() {}

    /**
     * All calls of an architecture.
     *
     * @param architecture {@code x86_64} has a table of its own, others share the generic one
     * @return numbers by name
     */
    public static SortedMap<String, Integer> of(String architecture) {
        boolean x86 = architecture.equals("x86_64");
        return named(x86 ? X86SyscallNumbers.class : GenericSyscallNumbers.class,
                x86 ? X86SyscallNumbers::number : GenericSyscallNumbers::number);
    }

    /**
     * The number of one call.
     *
     * @param name as in syscalls(2)
     * @param architecture as for {@link #of}
     * @return −1 if the architecture has no such call
     */
    static int number(String name, String architecture) {
        return architecture.equals("x86_64") ? X86SyscallNumbers.number(name) : GenericSyscallNumbers.number(name);
    }

    private static SortedMap<String, Integer> named(Class<?> table, ToIntFunction<String> number) {
        SortedMap<String, Integer> calls = new TreeMap<>();
        try (InputStream bytes = table.getResourceAsStream(table.getSimpleName() + ".class")) {
            new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
                    return new MethodVisitor(Opcodes.ASM9) {
                        @Override
                        public void visitLdcInsn(Object value) {
                            if (value instanceof String text && number.applyAsInt(text) >= 0) {
                                calls.put(text, number.applyAsInt(text));
                            }
                        }
                    };
                }
            }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }
}
