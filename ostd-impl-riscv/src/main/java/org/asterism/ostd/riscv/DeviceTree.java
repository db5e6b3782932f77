package org.asterism.ostd.riscv;

import java.nio.charset.StandardCharsets;
import org.asterism.ostd.unsafe.Address;

/**
 * The flattened device tree (Devicetree specification 0.4, chapter 5), read in place. A node is the offset of its token, a property that of its
 * value; both are negative when there is none.
 */
final class DeviceTree {
    /** No node, no property. */
    static final int NONE = -1;

    private static final int MAGIC_VALUE = 0xd00d_feed;
    private static final int MAGIC = 0;
    private static final int TOTAL_BYTES = 4;
    private static final int STRUCTURE = 8;
    private static final int STRINGS = 12;
    private static final int RESERVATIONS = 16;
    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROPERTY = 3;
    private static final int NOP = 4;
    private static final int PROPERTY_HEADER = 12;
    private static final int DEFAULT_ADDRESS_CELLS = 2;

    private final long blob;

    /** A tree at an address. */
    DeviceTree(long blob) {
        this.blob = blob;
    }

    boolean isValid() {
        return blob != 0 && word(MAGIC) == MAGIC_VALUE;
    }

    int bytes() {
        return word(TOTAL_BYTES);
    }

    /** The root node. */
    int root() {
        int at = word(STRUCTURE);
        while (word(at) == NOP) {
            at += 4;
        }
        return at;
    }

    /** The node that begins next behind the beginning of another, its first child if it has one. */
    int next(int node) {
        int at = afterName(node);
        while (true) {
            switch (word(at)) {
                case BEGIN_NODE -> {
                    return at;
                }
                case PROPERTY -> at = afterProperty(at);
                case END_NODE, NOP -> at += 4;
                default -> {
                    return NONE;
                }
            }
        }
    }

    /** The node that another lies in; the root's is {@link #NONE}. */
    int parent(int node) {
        int at = root();
        int[] open = new int[32];
        int depth = 0;
        while (at < node) {
            switch (word(at)) {
                case BEGIN_NODE -> {
                    open[depth++] = at;
                    at = afterName(at);
                }
                case END_NODE -> {
                    depth--;
                    at += 4;
                }
                case PROPERTY -> at = afterProperty(at);
                default -> at += 4;
            }
        }
        return depth == 0 ? NONE : open[depth - 1];
    }

    /** The first node behind another, or from {@link #NONE} on, whose property has a string among its values. */
    int find(int after, String property, String value) {
        for (int node = after == NONE ? root() : next(after); node != NONE; node = next(node)) {
            int found = property(node, property);
            if (found != NONE && hasString(found, value)) {
                return node;
            }
        }
        return NONE;
    }

    /** The child of the root of a name. */
    int child(String name) {
        for (int node = next(root()); node != NONE; node = next(node)) {
            if (isString(node + 4, name) && parent(node) == root()) {
                return node;
            }
        }
        return NONE;
    }

    int property(int node, String name) {
        int at = node == NONE ? node : afterName(node);
        while (at != NONE && (word(at) == PROPERTY || word(at) == NOP)) {
            if (word(at) == PROPERTY) {
                if (isString(word(STRINGS) + word(at + 8), name)) {
                    return at + PROPERTY_HEADER;
                }
                at = afterProperty(at);
            } else {
                at += 4;
            }
        }
        return NONE;
    }

    int lengthOf(int property) {
        return word(property - PROPERTY_HEADER + 4);
    }

    /** A cell of a property. */
    int cell(int property, int index) {
        return word(property + 4 * index);
    }

    /** A number of one or two cells, as long as the property is. */
    long number(int property) {
        return number(property, 0, lengthOf(property) / 4);
    }

    /** A number of some cells, from a cell of a property on. */
    long number(int property, int from, int cells) {
        long value = 0;
        for (int i = 0; i < cells; i++) {
            value = value << 32 | cell(property, from + i) & 0xffff_ffffL;
        }
        return value;
    }

    /** How many ranges of addresses a node has. */
    int registers(int node) {
        int reg = property(node, "reg");
        return reg == NONE ? 0 : lengthOf(reg) / 4 / (addressCells(node) + sizeCells(node));
    }

    long registerStart(int node, int index) {
        return number(property(node, "reg"), index * (addressCells(node) + sizeCells(node)), addressCells(node));
    }

    long registerBytes(int node, int index) {
        return number(property(node, "reg"), index * (addressCells(node) + sizeCells(node)) + addressCells(node), sizeCells(node));
    }

    String text(int property) {
        byte[] bytes = new byte[Math.max(0, lengthOf(property) - 1)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = octet(property + i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Address of the list of pairs, start and length, of memory that firmware keeps; a length of 0 ends it. */
    int reservations() {
        return word(RESERVATIONS);
    }

    /** A 64-bit number at an offset. */
    long pair(int offset) {
        return (long) word(offset) << 32 | word(offset + 4) & 0xffff_ffffL;
    }

    private int addressCells(int node) {
        int cells = property(parent(node), "#address-cells");
        return cells == NONE ? DEFAULT_ADDRESS_CELLS : cell(cells, 0);
    }

    private int sizeCells(int node) {
        int cells = property(parent(node), "#size-cells");
        return cells == NONE ? 1 : cell(cells, 0);
    }

    private boolean hasString(int property, String value) {
        int end = property + lengthOf(property);
        int at = property;
        while (at < end) {
            if (isString(at, value)) {
                return true;
            }
            while (at < end && octet(at) != 0) {
                at++;
            }
            at++;
        }
        return false;
    }

    private boolean isString(int at, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (octet(at + i) != value.charAt(i)) {
                return false;
            }
        }
        return octet(at + value.length()) == 0;
    }

    private int afterName(int node) {
        int at = node + 4;
        while (octet(at) != 0) {
            at++;
        }
        return at + 4 & -4;
    }

    private int afterProperty(int token) {
        return token + PROPERTY_HEADER + word(token + 4) + 3 & -4;
    }

    private byte octet(int offset) {
        return Address.loadByte(blob + offset);
    }

    private int word(int offset) {
        return Integer.reverseBytes(Address.loadInt(blob + offset));
    }
}
