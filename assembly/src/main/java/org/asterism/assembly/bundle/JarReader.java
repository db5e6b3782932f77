package org.asterism.assembly.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.assembly.RefusedException;

/**
 * Reads the entries of a jar so that no other reader can see something else: the directory at the end of the file and the
 * headers before each entry say the same, and no byte belongs to nobody. Sizes are checked before anything is expanded.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format Specification</a>
 */
final class JarReader {
    /** A jar of this size takes a fraction of a second to read; the largest bundle here has 1 MiB. */
    static final int MOST_JAR_BYTES = 64 << 20;

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_ENTRY_BYTES = 16 << 20;
    private static final int MOST_TOTAL_BYTES = 128 << 20;
    private static final int MOST_RATIO = 100;
    private static final int RATIO_MATTERS_FROM = 1 << 20;
    private static final String REBUILD = "; rebuild the jar";

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int MOST_COMMENT = 0xffff;

    private final Path file;
    private final ByteBuffer bytes;
    private final Set<JarCheck> checks;

    JarReader(Path file, byte[] bytes, Set<JarCheck> checks) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.checks = checks;
    }

    /**
     * Reads all files.
     *
     * @return contents by path, sorted; folders are left out
     * @throws RefusedException if the jar is malformed, or larger than any sensible one
     */
    SortedMap<String, byte[]> read() throws RefusedException {
        List<JarEntry> entries = directory();
        checkNames(entries);
        checkSizes(entries);
        checkPlaces(entries);
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (JarEntry entry : entries) {
            byte[] content = entry.content(bytes);
            if (content == null) {
                refuse(JarCheck.CONTENT, "entry " + entry.shown() + " does not expand to the " + entry.size() + " bytes that the directory says" + REBUILD);
            } else if (!entry.isFolder()) {
                contents.put(entry.name(), content);
            }
        }
        return contents;
    }

    private int end() throws RefusedException {
        for (int at = bytes.limit() - END_LENGTH; at >= Math.max(0, bytes.limit() - END_LENGTH - MOST_COMMENT); at--) {
            if (bytes.getInt(at) == END_SIGNATURE && at + END_LENGTH + word(at + 20) == bytes.limit()) {
                return at;
            }
        }
        throw new RefusedException(file + ": not a readable bundle: it has no directory of entries at its end" + REBUILD);
    }

    private List<JarEntry> directory() throws RefusedException {
        int end = end();
        int count = word(end + 10);
        int start = bytes.getInt(end + 16);
        boolean plain = bytes.getInt(end + 4) == 0 && word(end + 8) == count && start >= 0 && bytes.getInt(end + 12) == end - start;
        if (!plain) {
            throw new RefusedException(file + ": not a readable bundle: the directory of entries is not where the end of the file says" + REBUILD);
        }
        if (count > MOST_ENTRIES) {
            refuse(JarCheck.COUNT, "holds " + count + " entries, more than " + MOST_ENTRIES + "; split the bundle");
        }
        List<JarEntry> entries = new ArrayList<>();
        int at = start;
        for (int i = 0; i < count; i++) {
            if (at > end - DIRECTORY_LENGTH || bytes.getInt(at) != DIRECTORY_SIGNATURE) {
                throw new RefusedException(file + ": not a readable bundle: entry " + (i + 1) + " of its directory is malformed" + REBUILD);
            }
            int next = at + DIRECTORY_LENGTH + word(at + 28) + word(at + 30) + word(at + 32);
            JarEntry entry = next > end ? null : JarEntry.at(bytes, at);
            if (entry == null) {
                throw new RefusedException(file + ": not a readable bundle: entry " + (i + 1) + " of its directory is encrypted, packed in an"
                        + " unusual way, or has no readable name" + REBUILD);
            }
            if (!JarEntry.isPlain(bytes, at)) {
                refuse(JarCheck.ENTRY_KIND, "holds entry '" + entry.shown() + "', which some readers take for a link, or for one of another name" + REBUILD);
            }
            entries.add(entry);
            at = next;
        }
        if (at != end) {
            refuse(JarCheck.DIRECTORY, "its directory holds more than the " + count + " entries it tells of" + REBUILD);
        }
        return entries;
    }

    private void checkNames(List<JarEntry> entries) throws RefusedException {
        Set<String> seen = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (JarEntry entry : entries) {
            if (!entry.hasPlainName()) {
                refuse(JarCheck.ENTRY_NAME, "holds entry '" + entry.shown() + "', whose path leads elsewhere or is read differently by others" + REBUILD);
            }
            String name = entry.isFolder() ? entry.name().substring(0, entry.name().length() - 1) : entry.name();
            // Java looks for what is under META-INF without regard to case
            String key = name.regionMatches(true, 0, "META-INF/", 0, 9) ? name.toUpperCase(Locale.ROOT) : name;
            if (!seen.add(key)) {
                refuse(JarCheck.DUPLICATE, "holds " + entry.shown() + " twice" + REBUILD);
            }
            int slash = name.lastIndexOf('/');
            while (slash > 0 && folders.add(name.substring(0, slash))) {
                slash = name.lastIndexOf('/', slash - 1);
            }
        }
        for (JarEntry entry : entries) {
            if (!entry.isFolder() && folders.contains(entry.name())) {
                refuse(JarCheck.DUPLICATE, "holds " + entry.shown() + " both as a file and as a folder" + REBUILD);
            }
        }
    }

    private void checkSizes(List<JarEntry> entries) throws RefusedException {
        long total = 0;
        for (JarEntry entry : entries) {
            total += entry.size();
            if (entry.size() > MOST_ENTRY_BYTES) {
                refuse(JarCheck.SIZE, "entry " + entry.shown() + " expands to " + entry.size() + " bytes, more than " + MOST_ENTRY_BYTES + "; leave it out");
            }
            if (entry.size() > RATIO_MATTERS_FROM && entry.size() / MOST_RATIO > entry.packedSize()) {
                refuse(JarCheck.RATIO, "entry " + entry.shown() + " expands from " + entry.packedSize() + " to " + entry.size()
                        + " bytes, more than " + MOST_RATIO + " times; leave it out, or store it unpacked");
            }
        }
        if (total > MOST_TOTAL_BYTES) {
            refuse(JarCheck.SIZE, "expands to " + total + " bytes, more than " + MOST_TOTAL_BYTES + "; split the bundle");
        }
    }

    private void checkPlaces(List<JarEntry> entries) throws RefusedException {
        JarEntry[] inOrder = entries.toArray(JarEntry[]::new);
        Arrays.sort(inOrder, Comparator.comparingInt(JarEntry::header));
        int expected = 0;
        for (JarEntry entry : inOrder) {
            if (!entry.agreesWithHeader(bytes)) {
                refuse(JarCheck.DIRECTORY, "entry " + entry.shown() + " has a header that says something else than the directory" + REBUILD);
            }
            if (entry.header() != expected) {
                refuse(JarCheck.DIRECTORY, "entry " + entry.shown() + " overlaps another, or has bytes before it that no entry owns" + REBUILD);
            }
            expected = entry.end(bytes);
        }
        if (expected != bytes.getInt(end() + 16)) {
            refuse(JarCheck.DIRECTORY, "holds bytes that no entry of its directory owns" + REBUILD);
        }
    }

    private int word(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private void refuse(JarCheck check, String reason) throws RefusedException {
        if (checks.contains(check)) {
            throw new RefusedException(file + ": " + reason);
        }
    }
}
