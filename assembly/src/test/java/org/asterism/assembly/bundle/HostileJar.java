package org.asterism.assembly.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars as no tool makes them, by changing bytes of ordinary ones. */
final class HostileJar {
    private static final String MANIFEST = "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-Version: 1.0.0\r\n";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** A bundle with one file besides its manifest. */
    static HostileJar bundle() {
        return withManifest("Bundle-SymbolicName: org.example.rogue\r\n").entry("org/example/Rogue.txt", new byte[8]);
    }

    static HostileJar withManifest(String headers) {
        return new HostileJar().entry("META-INF/MANIFEST.MF", manifest(headers));
    }

    static HostileJar withStoredManifest(String headers) {
        return new HostileJar().stored("META-INF/MANIFEST.MF", manifest(headers));
    }

    static HostileJar withManifestOf(byte[] content) {
        return new HostileJar().entry("META-INF/MANIFEST.MF", content);
    }

    private static byte[] manifest(String headers) {
        return (MANIFEST + headers + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    HostileJar entry(String name, byte[] content) {
        return entry(name, content, new byte[0]);
    }

    HostileJar entry(String name, byte[] content, byte[] extra) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setExtra(extra);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostileJar stored(String name, byte[] content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(checksum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The extra field by which an entry has another name for whoever knows of it (APPNOTE 4.6.9), after one that is harmless. */
    static byte[] unicodePath(String name) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + 9 + path.length).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x4141).putShort((short) 0)
                .putShort((short) 0x7075).putShort((short) (5 + path.length)).put((byte) 1).putInt(0).put(path).array();
    }

    /** Gives the last entry a mode of Unix, which only the directory holds. */
    byte[] withMode(int mode) {
        byte[] all = bytes();
        int last = new String(all, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(last + 38, mode << 16);
        return all;
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one text over another of the same length, everywhere. */
    byte[] replacing(String text, String by) {
        String all = new String(bytes(), StandardCharsets.ISO_8859_1).replace(text, by);
        return all.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Writes one text over another of the same length where it stands last: in the directory. */
    byte[] replacingInDirectory(String text, String by) {
        String all = new String(bytes(), StandardCharsets.ISO_8859_1);
        int last = all.lastIndexOf(text);
        return (all.substring(0, last) + by + all.substring(last + text.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes the last entry out of the directory, and leaves it where it is. */
    byte[] hidingTheLast() {
        byte[] all = bytes();
        ByteBuffer view = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        int end = all.length - 22;
        int last = new String(all, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        view.putShort(end + 8, (short) (view.getShort(end + 8) - 1)).putShort(end + 10, (short) (view.getShort(end + 10) - 1));
        view.putInt(end + 12, last - view.getInt(end + 16));
        byte[] hidden = Arrays.copyOf(all, last + 22);
        System.arraycopy(all, end, hidden, last, 22);
        return hidden;
    }
}
