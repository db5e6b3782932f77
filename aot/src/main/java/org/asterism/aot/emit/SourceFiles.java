package org.asterism.aot.emit;

import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Names of Java source files as debuggers see them: the package path and the file name. */
public final class SourceFiles {
    private SourceFiles() {
    }

    /** {@code org/asterism/service/fs/Vfs.java}; without debug information, the class name. */
    public static String path(JavaClass type) {
        String file = type.node().sourceFile;
        String packageName = type.packageName();
        if (file == null) {
            return type.name() + ".java";
        }
        return packageName.isEmpty() ? file : packageName + "/" + file;
    }

    /** The line of the first instruction, 1 if it is not known. */
    public static int firstLine(JavaMethod method) {
        return Math.max(1, knownLine(method));
    }

    /** The line of the first instruction, 0 if the class file does not tell lines of the method. */
    static int knownLine(JavaMethod method) {
        for (AbstractInsnNode instruction : method.node().instructions) {
            if (instruction instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }
}
