package org.asterism.service.fs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes cpio archives in newc format. */
final class Archive {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Archive add(String name, int mode, byte[] data) {
        return add(name, mode, 1, bytes.size() + 1, 0, data);
    }

    Archive add(String name, int mode, int links, int inode, int device, byte[] data) {
        byte[] nameBytes = (name + '\0').getBytes(StandardCharsets.ISO_8859_1);
        int[] fields = {inode, mode, 3, 4, links, 1000, data.length, 0, 0, device >> 8, device & 255, nameBytes.length, 0};
        StringBuilder header = new StringBuilder("070701");
        for (int field : fields) {
            header.append(String.format("%08X", field));
        }
        bytes.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(nameBytes);
        pad();
        bytes.writeBytes(data);
        pad();
        return this;
    }

    private void pad() {
        while (bytes.size() % 4 != 0) {
            bytes.write(0);
        }
    }

    byte[] plain() {
        add("TRAILER!!!", 0, new byte[0]);
        while (bytes.size() % 512 != 0) {
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    byte[] compressed() {
        return compress(plain());
    }

    static byte[] compress(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
