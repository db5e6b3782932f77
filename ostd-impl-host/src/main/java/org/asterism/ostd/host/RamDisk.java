package org.asterism.ostd.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds an initial ram disk: a cpio archive in the "new ASCII" format. */
public final class RamDisk {
    private static final int ALIGNMENT = 4;
    private static final int DIRECTORY = 0040755;
    private static final int PROGRAM = 0100755;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int inode = 1;

    /** An empty disk. */
    public RamDisk() {
    }

    /**
     * Adds a directory.
     *
     * @param path without a slash in front
     * @return this
     */
    public RamDisk directory(String path) {
        return entry(path, DIRECTORY, new byte[0]);
    }

    /**
     * Adds a file that everybody may run.
     *
     * @param path without a slash in front; its directory was added before
     * @param image the file's bytes
     * @return this
     */
    public RamDisk program(String path, byte[] image) {
        return entry(path, PROGRAM, image);
    }

    /**
     * Ends the archive.
     *
     * @return its bytes
     */
    public byte[] finish() {
        entry("TRAILER!!!", 0, new byte[0]);
        return bytes.toByteArray();
    }

    private RamDisk entry(String path, int mode, byte[] content) {
        byte[] name = (path + "\0").getBytes(StandardCharsets.US_ASCII);
        StringBuilder header = new StringBuilder("070701");
        int[] fields = {inode++, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length, 0};
        for (int field : fields) {
            header.append(String.format("%08x", field));
        }
        bytes.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(name);
        pad();
        bytes.writeBytes(content);
        pad();
        return this;
    }

    private void pad() {
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(0);
        }
    }
}
