package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.ArrayCopy;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.runtime.MonitorSupport;
import org.asterism.ostd.runtime.Parking;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetMethod;

/** What {@link System} asks a JVM or an operating system for. There is no environment and no property file below a kernel. */
@SubstituteClass(value = System.class, reason = "its answers come from the JVM and the operating system")
final class SystemSubstitute {
    private static final String NATIVE = "native";

    private SystemSubstitute() {}

    /** Makes {@code SharedSecrets} work, as the start of a JVM does. */
    @TargetMethod("setJavaLangAccess")
    static native void setJavaLangAccess();

    @SubstituteMethod(name = "<clinit>", reason = "registers natives")
    static void initialize() {
        // natives are bound by the compiler; in, out and err are set by whoever has a console
    }

    @SubstituteMethod(reason = NATIVE)
    static void arraycopy(Object from, int fromIndex, Object to, int toIndex, int count) {
        ArrayCopy.copy(from, fromIndex, to, toIndex, count);
    }

    @SubstituteMethod(reason = NATIVE)
    static int identityHashCode(Object object) {
        return MonitorSupport.identityHash(object);
    }

    @SubstituteMethod(reason = NATIVE)
    static long nanoTime() {
        return Parking.current().nanoTime();
    }

    @SubstituteMethod(reason = "OSTD has no time of day: the library's own deadlines count from the machine's start")
    static long currentTimeMillis() {
        return nanoTime() / 1_000_000;
    }

    @SubstituteMethod(reason = "there is one heap")
    static void gc() {
        ManagedHeap.collect();
    }

    @SubstituteMethod(reason = "always \\n; the original is read from a property")
    static String lineSeparator() {
        return "\n";
    }

    @SubstituteMethod(reason = "an image has no properties but these constants")
    static String getProperty(String key) {
        return switch (key) {
            case "line.separator" -> "\n";
            case "file.separator" -> "/";
            case "path.separator" -> ":";
            case "file.encoding", "sun.jnu.encoding", "native.encoding" -> "UTF-8";
            case "java.version" -> "17";
            case "java.specification.version" -> "17";
            case "java.vm.name" -> "Asterism";
            default -> null;
        };
    }

    @SubstituteMethod(reason = "an image has no properties but constants")
    static String getProperty(String key, String otherwise) {
        String value = getProperty(key);
        return value == null ? otherwise : value;
    }

    @SubstituteMethod(reason = "an image has no environment")
    static String getenv(String name) {
        return null;
    }
}
