package org.asterism.assembly.initramfs;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a cpio archive in the "newc" format (magic 070701): a header of 8-digit hexadecimal fields, the name, the
 * data, name and data padded to four bytes. Everything belongs to root and is as old as the epoch.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/cpio.5.html">cpio(5), New ASCII Format</a>
 */
public final class CpioWriter implements Closeable {
    /** File type bits of a mode, as in {@code inode(7)}. */
    private static final int DIRECTORY = 0040000;
    private static final int REGULAR = 0100000;
    private static final int SYMBOLIC_LINK = 0120000;
    private static final int CHARACTER_DEVICE = 0020000;

    private static final String TRAILER = "TRAILER!!!";
    private static final int ALIGNMENT = 4;

    private final OutputStream out;
    private long written;
    private int nextInode = 1;

    /**
     * Starts an archive.
     *
     * @param out where to; closed with this writer
     */
    public CpioWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Adds a directory. Parents come first.
     *
     * @param path without leading slash
     * @param permissions the twelve low bits of its mode
     * @throws IOException if writing fails
     */
    public void directory(String path, int permissions) throws IOException {
        entry(path, DIRECTORY | permissions, new byte[0], 0, 0);
    }

    /**
     * Adds a regular file.
     *
     * @param path without leading slash
     * @param permissions the twelve low bits of its mode
     * @param content its bytes
     * @throws IOException if writing fails
     */
    public void file(String path, int permissions, byte[] content) throws IOException {
        entry(path, REGULAR | permissions, content, 0, 0);
    }

    /**
     * Adds a symbolic link.
     *
     * @param path without leading slash
     * @param target what it points to
     * @throws IOException if writing fails
     */
    public void link(String path, String target) throws IOException {
        entry(path, SYMBOLIC_LINK | 0777, target.getBytes(StandardCharsets.UTF_8), 0, 0);
    }

    /**
     * Adds a character device.
     *
     * @param path without leading slash
     * @param permissions the twelve low bits of its mode
     * @param major device major number
     * @param minor device minor number
     * @throws IOException if writing fails
     */
    public void characterDevice(String path, int permissions, int major, int minor) throws IOException {
        entry(path, CHARACTER_DEVICE | permissions, new byte[0], major, minor);
    }

    /**
     * Adds a file of any type.
     *
     * @param path without leading slash
     * @param mode type and permissions
     * @param content bytes of a regular file, target of a symbolic link, else empty
     * @param major device major number, 0 if it is no device
     * @param minor device minor number, 0 if it is no device
     * @throws IOException if writing fails
     */
    public void entry(String path, int mode, byte[] content, int major, int minor) throws IOException {
        int links = (mode & 0170000) == DIRECTORY ? 2 : 1;
        header(path, nextInode++, mode, links, content.length, major, minor);
        write(content);
        pad();
    }

    private void header(String path, int inode, int mode, int links, int size, int major, int minor) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        write("070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x"
                .formatted(inode, mode, 0, 0, links, 0, size, 0, 0, major, minor, name.length + 1, 0)
                .getBytes(StandardCharsets.US_ASCII));
        write(name);
        write(new byte[1]);
        pad();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void pad() throws IOException {
        write(new byte[(int) (-written & (ALIGNMENT - 1))]);
    }

    /** Ends the archive. */
    @Override
    public void close() throws IOException {
        header(TRAILER, 0, 0, 1, 0, 0, 0);
        out.close();
    }

    /** Something that fills an archive. */
    @FunctionalInterface
    public interface Content {
        /**
         * Adds entries.
         *
         * @param archive where to
         * @throws IOException if reading or writing fails
         */
        void addTo(CpioWriter archive) throws IOException;
    }

    /**
     * Makes an archive in memory.
     *
     * @param content what fills it
     * @return the archive's bytes
     * @throws IOException if the content cannot be read
     */
    public static byte[] archive(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CpioWriter archive = new CpioWriter(bytes)) {
            content.addTo(archive);
        }
        return bytes.toByteArray();
    }
}
