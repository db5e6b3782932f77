package org.asterism.assembly.initramfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads archives in the "newc" format, one behind the other, plain or packed by gzip, as a kernel does. Source: cpio(5). */
public final class CpioReader {
    private static final int HEADER_BYTES = 110;
    private static final int FIELD_DIGITS = 8;
    private static final int MODE = 1;
    private static final int SIZE = 6;
    private static final int NAME_LENGTH = 11;
    private static final int TYPE_MASK = 0170000;
    private static final int REGULAR = 0100000;
    private static final String TRAILER = "TRAILER!!!";

    private final byte[] archive;
    private int at;

    private CpioReader(byte[] archive) {
        this.archive = archive;
    }

    /**
     * A file of an archive.
     *
     * @param name path without a slash in front
     * @param content its bytes
     */
    public record RegularFile(String name, byte[] content) {}

    /**
     * Reads the regular files.
     *
     * @param bytes the archives
     * @return in the order of the archives
     * @throws IOException if they are damaged
     */
    public static List<RegularFile> regularFiles(byte[] bytes) throws IOException {
        boolean packed = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        try (GZIPInputStream gzip = packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : null) {
            return new CpioReader(packed ? gzip.readAllBytes() : bytes).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("the archive is damaged: " + e.getMessage(), e);
        }
    }

    private List<RegularFile> read() throws IOException {
        List<RegularFile> files = new ArrayList<>();
        while (skipPadding()) {
            if (!text(at, 5).equals("07070")) {
                throw new IOException("the archive is damaged: no header at byte " + at);
            }
            int mode = field(MODE);
            int size = field(SIZE);
            String name = text(at + HEADER_BYTES, field(NAME_LENGTH) - 1);
            int content = aligned(at + HEADER_BYTES + field(NAME_LENGTH));
            if ((mode & TYPE_MASK) == REGULAR && !name.equals(TRAILER)) {
                files.add(new RegularFile(name.replaceFirst("^(\\./|/)+", ""), Arrays.copyOfRange(archive, content, Math.addExact(content, size))));
            }
            at = aligned(Math.addExact(content, size));
        }
        return files;
    }

    private boolean skipPadding() {
        while (at < archive.length && archive[at] == 0) {
            at++;
        }
        return at < archive.length;
    }

    private int field(int index) {
        return Integer.parseInt(text(at + 6 + index * FIELD_DIGITS, FIELD_DIGITS), 16);
    }

    private String text(int from, int length) {
        return new String(archive, from, length, StandardCharsets.ISO_8859_1);
    }

    private static int aligned(int offset) {
        return (offset + 3) & ~3;
    }
}
