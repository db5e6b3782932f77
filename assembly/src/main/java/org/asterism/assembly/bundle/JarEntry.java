package org.asterism.assembly.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.asterism.assembly.Excerpt;

/**
 * One entry as the directory of a jar tells of it (APPNOTE 4.3.12).
 *
 * @param name its path
 * @param flags general purpose bits
 * @param method how it is packed
 * @param crc checksum of what it expands to
 * @param packedSize bytes in the jar
 * @param size bytes it expands to
 * @param header where its own header is in the jar (4.3.7)
 * @param nameLength bytes of the path
 */
record JarEntry(String name, int flags, int method, int crc, int packedSize, int size, int header, int nameLength) {
    private static final int HEADER_SIGNATURE = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int SIZES_FOLLOW = 1 << 3;

    /** Sizes that follow, UTF-8, and two bits of how hard the packer tried; encryption and patches are among the others. */
    private static final int KNOWN_FLAGS = SIZES_FOLLOW | 1 << 11 | 3 << 1;
    private static final int UNICODE_PATH = 0x7075;
    private static final int MODE_KIND = 0170000;
    private static final int MODE_FILE = 0100000;
    private static final int MODE_FOLDER = 0040000;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Reads an entry of the directory; null if it is packed in a way that jars are not. */
    static JarEntry at(ByteBuffer bytes, int at) {
        int length = word(bytes, at + 28);
        JarEntry entry = new JarEntry(text(bytes, at + 46, length), word(bytes, at + 8), word(bytes, at + 10), bytes.getInt(at + 16),
                bytes.getInt(at + 20), bytes.getInt(at + 24), bytes.getInt(at + 42), length);
        boolean known = entry.name != null && !entry.name.isEmpty() && (entry.flags & ~KNOWN_FLAGS) == 0
                && (entry.method == DEFLATED || entry.method == STORED && entry.size == entry.packedSize);
        boolean inside = entry.packedSize >= 0 && entry.size >= 0 && entry.header >= 0 && entry.header <= at - HEADER_LENGTH
                && entry.data(bytes) <= at - entry.packedSize;
        return known && inside ? entry : null;
    }

    private static int word(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.slice(at, length)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * Whether every reader takes an entry of the directory for a file or folder of its name. Unix's mode in its attributes (4.4.15) can make it
     * a link, and an extra field (4.6.9) another name.
     */
    static boolean isPlain(ByteBuffer bytes, int at) {
        int kind = bytes.getInt(at + 38) >>> 16 & MODE_KIND;
        if (kind != 0 && kind != MODE_FILE && kind != MODE_FOLDER) {
            return false;
        }
        int field = at + 46 + word(bytes, at + 28);
        int end = field + word(bytes, at + 30);
        while (field + 4 <= end && word(bytes, field) != UNICODE_PATH) {
            field += 4 + word(bytes, field + 2);
        }
        return field + 4 > end;
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    /** Whether the path stays below the folder it is unpacked in, and means the same to every file system. */
    boolean hasPlainName() {
        if (!name.matches("[^\\\\:\\p{Cntrl}]+")) {
            return false;
        }
        for (String part : (isFolder() ? name.substring(0, name.length() - 1) : name).split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** The path as a message shows it. */
    String shown() {
        return Excerpt.of(name, 200);
    }

    private int data(ByteBuffer bytes) {
        return header + HEADER_LENGTH + word(bytes, header + 26) + word(bytes, header + 28);
    }

    /** Whether the entry's own header says the same; sizes may be zero there if they follow the entry. */
    boolean agreesWithHeader(ByteBuffer bytes) {
        boolean sized = bytes.getInt(header + 18) == packedSize && bytes.getInt(header + 22) == size && bytes.getInt(header + 14) == crc;
        boolean unsized = (flags & SIZES_FOLLOW) != 0 && bytes.getInt(header + 18) == 0 && bytes.getInt(header + 22) == 0;
        return bytes.getInt(header) == HEADER_SIGNATURE && word(bytes, header + 6) == flags && word(bytes, header + 8) == method
                && (sized || unsized) && word(bytes, header + 26) == nameLength && name.equals(text(bytes, header + HEADER_LENGTH, nameLength));
    }

    /** Where the next entry starts: after the packed bytes, and the sizes if they follow (4.3.9). */
    int end(ByteBuffer bytes) {
        int end = data(bytes) + packedSize;
        if ((flags & SIZES_FOLLOW) == 0 || end > bytes.limit() - 16) {
            return end;
        }
        int signed = bytes.getInt(end) == DESCRIPTOR_SIGNATURE ? 4 : 0;
        boolean follows = bytes.getInt(end + signed) == crc && bytes.getInt(end + signed + 4) == packedSize && bytes.getInt(end + signed + 8) == size;
        return follows ? end + signed + 12 : end;
    }

    /** What it expands to, or null if that is not what the directory says. */
    byte[] content(ByteBuffer bytes) {
        byte[] content = new byte[size];
        int data = data(bytes);
        if (method == STORED) {
            bytes.get(data, content);
        } else if (!inflate(bytes.slice(data, packedSize), content)) {
            return null;
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return (int) checksum.getValue() == crc ? content : null;
    }

    private boolean inflate(ByteBuffer packed, byte[] content) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            int filled = 0;
            while (!inflater.finished()) {
                // one byte of room at the end, to see that no more comes
                int count = filled < size ? inflater.inflate(content, filled, size - filled) : inflater.inflate(new byte[1]);
                if (count == 0 && !inflater.finished() || filled + count > size) {
                    return false;
                }
                filled += count;
            }
            return filled == size && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
