package org.asterism.assembly.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Has HotSpot verify every class (JVMS §4.10), one class loader a bundle, without running any of it.
 *
 * <p>Loading alone does not verify, and {@code ClassLoader.resolveClass} does nothing on HotSpot. Asking a class for its
 * declared constructors links it, which verifies it and initialises nothing.
 */
final class TypeVerification {
    private final Resolution resolution;
    private final Problems problems;
    private final Map<Bundle, BundleLoader> loaders = new HashMap<>();

    TypeVerification(Resolution resolution, Problems problems) throws RefusedException {
        this.resolution = resolution;
        this.problems = problems;
        if (!isVerifying()) {
            throw new RefusedException("this Java was told not to verify bytecode; take -Xverify:none"
                    + " and -XX:-BytecodeVerificationRemote out of JAVA_TOOL_OPTIONS and _JAVA_OPTIONS");
        }
    }

    /** A JVM can be told not to verify. Then it links a method that returns an int for an object, and all checks are void. */
    private static boolean isVerifying() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "Canary", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "sing", "()Ljava/lang/Object;", null, null);
        code.visitCode();
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(1, 0);
        code.visitEnd();
        byte[] bytes = writer.toByteArray();
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) {
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        try {
            Class.forName("Canary", false, loader).getDeclaredConstructors();
            return false;
        } catch (VerifyError e) {
            return true;
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the loader defines every class it is asked for", e);
        }
    }

    void check(LinkedClass in) {
        try {
            Class<?> loaded = Class.forName(in.dottedName(), false, loader(in.bundle()));
            loaded.getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException | SecurityException e) {
            problems.refuse(Check.TYPES, in, "does not verify: " + firstLine(e), "recompile it, and compile the bundle against the bundles it is linked with");
        }
    }

    /** HotSpot appends a dump of the frame to its one-line reason. */
    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        int reason = message.indexOf("Reason:");
        String line = message.lines().findFirst().orElse("");
        if (reason >= 0) {
            line += " " + message.substring(reason + "Reason:".length()).strip().lines().findFirst().orElse("").strip();
        }
        return failure.getClass().getSimpleName() + ": " + line;
    }

    private BundleLoader loader(Bundle bundle) {
        return loaders.computeIfAbsent(bundle, BundleLoader::new);
    }

    /**
     * Finds classes as the wiring says: the bundle's own, then those it imports, then {@code java.base}. Nothing else of the JDK
     * is behind it, or a class named like one of {@code java.xml} would be verified as that one.
     */
    private final class BundleLoader extends ClassLoader {
        private final Map<String, Bundle> wires;
        private final Bundle bundle;
        private final SortedMap<String, byte[]> classes;

        BundleLoader(Bundle bundle) {
            super(null);
            this.bundle = bundle;
            this.wires = resolution.packageWires().getOrDefault(bundle, Map.of());
            this.classes = bundle.classes();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            if (bytes != null) {
                return defineClass(name, bytes, 0, bytes.length);
            }
            String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            Bundle exporter = wires.get(packageName);
            if (exporter != null && exporter != bundle) {
                return loader(exporter).loadClass(name);
            }
            if (ClassTable.isPlatformPackage(packageName)) {
                return Class.forName(name, false, null);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
