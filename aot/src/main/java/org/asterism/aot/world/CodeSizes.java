package org.asterism.aot.world;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/** Reads the lengths of {@code Code} attributes (JVMS §4.7.3), which the tree view of a class does not keep. */
final class CodeSizes {
    private final ClassReader reader;
    private final char[] buffer;
    private int position;

    private CodeSizes(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
        this.position = reader.header;
    }

    /** The code lengths in bytes by name and descriptor; methods without code are absent. */
    static Map<String, Integer> of(ClassReader reader) {
        return new CodeSizes(reader).read();
    }

    private Map<String, Integer> read() {
        position += 6;
        int interfaces = nextShort();
        position += 2 * interfaces;
        for (int fields = nextShort(); fields > 0; fields--) {
            position += 6;
            readAttributes();
        }
        Map<String, Integer> sizes = new HashMap<>();
        for (int methods = nextShort(); methods > 0; methods--) {
            String signature = reader.readUTF8(position + 2, buffer) + reader.readUTF8(position + 4, buffer);
            position += 6;
            int size = readAttributes();
            if (size > 0) {
                sizes.put(signature, size);
            }
        }
        return sizes;
    }

    private int readAttributes() {
        int codeLength = 0;
        for (int attributes = nextShort(); attributes > 0; attributes--) {
            if ("Code".equals(reader.readUTF8(position, buffer))) {
                codeLength = reader.readInt(position + 10);
            }
            position += 6 + reader.readInt(position + 2);
        }
        return codeLength;
    }

    private int nextShort() {
        position += 2;
        return reader.readUnsignedShort(position - 2);
    }
}
