package org.asterism.aot.emit;

import java.util.HashMap;
import java.util.Map;
import org.asterism.aot.world.JavaMethod;

/**
 * The table by which stack traces find the method of a return address, in the layout of
 * {@code org.asterism.ostd.runtime.StackTraces}: 40 bytes an entry, in rising order of addresses.
 */
public final class CodeTable {
    private final Image image;
    private final Map<String, JavaMethod> methods = new HashMap<>();

    /** A table for all compiled methods; adds the names it shows to the strings of the image. */
    public CodeTable(Image image) {
        this.image = image;
        for (JavaMethod method : image.closure().methods()) {
            if (image.closure().flow(method) != null || image.closure().cut(method) != null) {
                methods.put(image.names().method(method), method);
                image.closure().addString(method.owner().binaryName());
                image.closure().addString(method.name());
                image.closure().addString(fileName(method));
            }
        }
    }

    private static String fileName(JavaMethod method) {
        String path = SourceFiles.path(method.owner());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * The assembler text of the table.
     *
     * @param functions the symbols of functions by address, in rising order
     */
    public String text(Map<Long, String> functions) {
        DataWriter out = new DataWriter();
        out.section(".section .rodata.asterism_code_table,\"a\",@progbits");
        out.align(8);
        out.label("asterism_code_table_start");
        functions.forEach((address, symbol) -> {
            JavaMethod method = methods.get(symbol);
            if (method != null) {
                out.quad("0x" + Long.toHexString(address));
                out.quad(image.names().string(method.owner().binaryName()));
                out.quad(image.names().string(method.name()));
                out.quad(image.names().string(fileName(method)));
                out.word(SourceFiles.firstLine(method));
                out.word(isPartOfThrowing(method) ? 1 : 0);
            }
        });
        out.label("asterism_code_table_end");
        out.section(".section .note.GNU-stack,\"\",@progbits");
        return out.toString();
    }

    /** Whether a trace that begins in the method is about the making of the throwable itself. */
    private boolean isPartOfThrowing(JavaMethod method) {
        String packageName = method.owner().packageName();
        return packageName.equals("org/asterism/ostd/runtime") || packageName.equals("org/asterism/ostd/substitute")
                || method.owner().isSubtypeOf(image.world().platform("java/lang/Throwable"))
                && (method.isConstructor() || method.name().equals("fillInStackTrace"));
    }
}
