package org.asterism.ostd.host;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a flattened device tree, version 17. */
final class TreeWriter {
    private static final int HEADER_BYTES = 40;
    private static final int RESERVATION_BYTES = 16;

    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();

    TreeWriter begin(String name) {
        word(1);
        padded((name + '\0').getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    TreeWriter end() {
        word(2);
        return this;
    }

    TreeWriter cells(String name, int... cells) {
        ByteBuffer value = ByteBuffer.allocate(4 * cells.length);
        for (int cell : cells) {
            value.putInt(cell);
        }
        return property(name, value.array());
    }

    TreeWriter text(String name, String... values) {
        return property(name, (String.join("\0", values) + '\0').getBytes(StandardCharsets.ISO_8859_1));
    }

    private TreeWriter property(String name, byte[] value) {
        word(3);
        word(value.length);
        word(strings.size());
        strings.writeBytes((name + '\0').getBytes(StandardCharsets.ISO_8859_1));
        padded(value);
        return this;
    }

    private void word(int value) {
        structure.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }

    private void padded(byte[] bytes) {
        structure.writeBytes(bytes);
        structure.writeBytes(new byte[-bytes.length & 3]);
    }

    byte[] bytes() {
        word(9);
        int structureAt = HEADER_BYTES + RESERVATION_BYTES;
        int stringsAt = structureAt + structure.size();
        int total = stringsAt + strings.size();
        return ByteBuffer.allocate(total).putInt(0xd00d_feed).putInt(total).putInt(structureAt).putInt(stringsAt).putInt(HEADER_BYTES)
                .putInt(17).putInt(16).putInt(0).putInt(strings.size()).putInt(structure.size()).position(structureAt)
                .put(structure.toByteArray()).put(strings.toByteArray()).array();
    }
}
