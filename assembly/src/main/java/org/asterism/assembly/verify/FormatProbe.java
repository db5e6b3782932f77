package org.asterism.assembly.verify;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Has HotSpot check the format of a class file (JVMS §4.8) before anything else reads names and types from it. Nothing of the
 * class is linked or run; what it inherits from is replaced by stubs or missing, which comes after its format.
 */
final class FormatProbe extends ClassLoader {
    private final Set<String> interfaces;

    private FormatProbe(Set<String> interfaces) {
        super(null);
        this.interfaces = interfaces;
    }

    /** Why HotSpot does not take some bytes for a class file, or null if it does. */
    static String fault(byte[] bytes) {
        try {
            // HotSpot looks for interfaces before it reads what comes after them
            new FormatProbe(Set.of(new ClassReader(bytes).getInterfaces())).defineClass(null, bytes, 0, bytes.length);
            return null;
        } catch (ClassFormatError e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        } catch (LinkageError | SecurityException e) {
            return null;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String internalName = name.replace('.', '/');
        if (!interfaces.contains(internalName) || name.startsWith("java.")) {
            return Class.forName(name, false, null);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, internalName, null, "java/lang/Object", null);
        byte[] stub = writer.toByteArray();
        return defineClass(name, stub, 0, stub.length);
    }
}
