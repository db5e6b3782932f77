package org.asterism.ostd.boot;

import java.nio.charset.StandardCharsets;

/**
 * A flattened device tree (Devicetree specification 0.4, chapter 5). A node is the offset of its token, a property that of its value; both are
 * negative when there is none. Offsets and indices that are not from the tree itself end in an IndexOutOfBoundsException.
 */
public final class DeviceTree {
    /** No node, no property. */
    public static final int NONE = -1;
    /** No address. */
    public static final long NOWHERE = -1;
    /** Bytes at the beginning that tell magic number and length. */
    public static final int HEADER_BYTES = 40;

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
    private static final int END = 9;
    private static final int PROPERTY_HEADER = 12;
    private static final int DEFAULT_ADDRESS_CELLS = 2;
    private static final int MOST_DEPTH = 32;
    private static final int MOST_CELLS = 3;
    private static final long LOW_WORD = 0xffff_ffffL;

    private final byte[] blob;

    /**
     * Reads a tree.
     *
     * @param blob as long as {@link #length} says; belongs to the tree from now on
     * @throws IllegalArgumentException if the tree is damaged, with where
     */
    public DeviceTree(byte[] blob) {
        this.blob = blob;
        try {
            check();
        } catch (IndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException("the device tree is damaged: it points outside its " + blob.length + " bytes", damaged);
        }
    }

    /**
     * How long a tree is.
     *
     * @param header the first {@value #HEADER_BYTES} bytes
     * @return a number of bytes; {@link #NONE} if this is no device tree
     */
    public static int length(byte[] header) {
        int length = word(header, TOTAL_BYTES);
        return word(header, MAGIC) == MAGIC_VALUE && length >= HEADER_BYTES ? length : NONE;
    }

    /** Walks over all nodes and properties once, so that later walks end. */
    private void check() {
        int depth = 0;
        int at = word(STRUCTURE);
        while (depth > 0 || word(at) != END) {
            switch (word(at)) {
                case BEGIN_NODE -> {
                    require(++depth <= MOST_DEPTH, "its nodes lie deeper than " + MOST_DEPTH + ", at offset ", at);
                    at = afterName(at);
                }
                case END_NODE -> {
                    require(--depth >= 0, "a node ends that has not begun, at offset ", at);
                    at += 4;
                }
                case PROPERTY -> {
                    require(depth > 0 && word(at + 4) >= 0 && word(at + 4) <= blob.length, "a property of impossible length at offset ", at);
                    isString(word(STRINGS) + word(at + 8), "");
                    at = afterProperty(at);
                }
                case NOP -> at += 4;
                default -> require(false, "token " + word(at) + " is none, at offset ", at);
            }
        }
        require(root() != NONE, "no root node at offset ", word(STRUCTURE));
        at = reservations();
        while (pair(at + 8) != 0) {
            at += 16;
        }
    }

    private static void require(boolean holds, String otherwise, int offset) {
        if (!holds) {
            throw new IllegalArgumentException("the device tree is damaged: " + otherwise + offset);
        }
    }

    /**
     * The root node.
     *
     * @return a node
     */
    public int root() {
        return firstNode(word(STRUCTURE));
    }

    /**
     * The node that begins next behind the beginning of another, its first child if it has one.
     *
     * @param node a node
     * @return a node, or {@link #NONE}
     */
    public int next(int node) {
        return firstNode(afterName(node));
    }

    private int firstNode(int from) {
        int at = from;
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

    /**
     * The node that another lies in.
     *
     * @param node a node
     * @return its parent; {@link #NONE} for the root
     */
    public int parent(int node) {
        int at = root();
        int[] open = new int[MOST_DEPTH];
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

    /**
     * The first node behind another whose property has a string among its values.
     *
     * @param after a node, {@link #NONE} to look from the root on
     * @param property name
     * @param value one of the strings
     * @return a node, or {@link #NONE}
     */
    public int find(int after, String property, String value) {
        for (int node = after == NONE ? root() : next(after); node != NONE; node = next(node)) {
            int found = property(node, property);
            if (found != NONE && hasString(found, value)) {
                return node;
            }
        }
        return NONE;
    }

    /**
     * The child of the root of a name.
     *
     * @param name without an address
     * @return a node, or {@link #NONE}
     */
    public int child(String name) {
        for (int node = next(root()); node != NONE; node = next(node)) {
            if (isString(node + 4, name) && parent(node) == root()) {
                return node;
            }
        }
        return NONE;
    }

    /**
     * The node that others refer to by a handle.
     *
     * @param handle its {@code phandle}
     * @return a node, or {@link #NONE}
     */
    public int referred(int handle) {
        int node = root();
        while (node != NONE && numberOf(node, "phandle", NONE) != (handle & LOW_WORD)) {
            node = next(node);
        }
        return node;
    }

    /**
     * The name of a node, with its address.
     *
     * @param node a node
     * @return such as {@code serial@10000000}
     */
    public String name(int node) {
        return string(node + 4);
    }

    /**
     * A property of a node.
     *
     * @param node a node, or {@link #NONE}, which has none
     * @param name of the property
     * @return a property, or {@link #NONE}
     */
    public int property(int node, String name) {
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

    /**
     * How long a property's value is.
     *
     * @param property a property, or {@link #NONE}
     * @return bytes
     */
    public int lengthOf(int property) {
        return property == NONE ? 0 : word(property - PROPERTY_HEADER + 4);
    }

    /**
     * How many cells a property has.
     *
     * @param property a property, or {@link #NONE}
     * @return words of 32 bits
     */
    public int cells(int property) {
        return lengthOf(property) / 4;
    }

    /**
     * A cell of a property.
     *
     * @param property a property, or {@link #NONE}
     * @param index in cells
     * @return its 32 bits, 0 past the end
     */
    public int cell(int property, int index) {
        return index >= 0 && index < cells(property) ? word(property + 4 * index) : 0;
    }

    /**
     * The number that a property consists of.
     *
     * @param node a node, or {@link #NONE}
     * @param name of the property
     * @param otherwise what is returned without the property
     * @return the low 64 bits
     */
    public long numberOf(int node, String name, long otherwise) {
        int property = property(node, name);
        return property == NONE ? otherwise : number(property, 0, cells(property));
    }

    /**
     * A number of some cells.
     *
     * @param property a property
     * @param from its first cell
     * @param cells how many
     * @return the low 64 bits
     */
    public long number(int property, int from, int cells) {
        long value = 0;
        for (int i = 0; i < cells; i++) {
            value = value << 32 | cell(property, from + i) & LOW_WORD;
        }
        return value;
    }

    /**
     * How many ranges of addresses a node has.
     *
     * @param node a node
     * @return a count
     */
    public int registers(int node) {
        return cells(property(node, "reg")) / Math.max(1, stride(node));
    }

    /**
     * Where a range of addresses begins.
     *
     * @param node a node
     * @param index of the range
     * @return an address
     * @throws IllegalArgumentException if the node has no such range
     */
    public long registerStart(int node, int index) {
        return number(property(node, "reg"), range(node, index), addressCells(parent(node)));
    }

    /**
     * How long a range of addresses is.
     *
     * @param node a node
     * @param index of the range
     * @return bytes
     * @throws IllegalArgumentException if the node has no such range
     */
    public long registerBytes(int node, int index) {
        return number(property(node, "reg"), range(node, index) + addressCells(parent(node)), sizeCells(parent(node)));
    }

    /** The first cell of a range. */
    private int range(int node, int index) {
        if (index >= registers(node)) {
            throw new IllegalArgumentException("the node " + name(node) + " of the device tree has no range " + index + " of addresses in its property reg");
        }
        return index * stride(node);
    }

    private int stride(int node) {
        return addressCells(parent(node)) + sizeCells(parent(node));
    }

    /**
     * Where a range of addresses begins for the processor: the ranges of all buses that lead to the node are followed (§2.3.8).
     *
     * @param node a node
     * @param index of the range
     * @return a physical address; {@link #NOWHERE} if a bus does not let it through
     * @throws IllegalArgumentException if the node has no such range
     */
    public long address(int node, int index) {
        long address = registerStart(node, index);
        for (int bus = parent(node); parent(bus) != NONE && address != NOWHERE; bus = parent(bus)) {
            address = upwards(bus, address);
        }
        return address;
    }

    /** What an address below a bus is above it. */
    private long upwards(int bus, long address) {
        int ranges = property(bus, "ranges");
        if (lengthOf(ranges) == 0) {
            return ranges == NONE ? NOWHERE : address;
        }
        int below = addressCells(bus);
        int above = addressCells(parent(bus));
        int stride = Math.max(1, below + above + sizeCells(bus));
        for (int at = 0; at + stride <= cells(ranges); at += stride) {
            long distance = address - number(ranges, at, below);
            if (distance >= 0 && distance < number(ranges, at + below + above, sizeCells(bus))) {
                return number(ranges, at + below, above) + distance;
            }
        }
        return NOWHERE;
    }

    /**
     * One text of a property that is a list of some.
     *
     * @param property a property, or {@link #NONE}
     * @param index of the text
     * @return null if there are fewer
     */
    public String text(int property, int index) {
        int at = property;
        for (int i = 0; i < index && at < property + lengthOf(property); i++) {
            at += string(at).length() + 1;
        }
        return at < property + lengthOf(property) ? string(at) : null;
    }

    /**
     * The list of pairs, start and length, of memory that firmware keeps; a length of 0 ends it.
     *
     * @return an offset for {@link #pair}
     */
    public int reservations() {
        return word(RESERVATIONS);
    }

    /**
     * A 64-bit number.
     *
     * @param offset in the tree
     * @return its value
     */
    public long pair(int offset) {
        return (long) word(offset) << 32 | word(offset + 4) & LOW_WORD;
    }

    /** Cells of an address below a bus. */
    private int addressCells(int bus) {
        return cells(bus, "#address-cells", DEFAULT_ADDRESS_CELLS);
    }

    /** Cells of a length below a bus. */
    private int sizeCells(int bus) {
        return cells(bus, "#size-cells", 1);
    }

    private int cells(int bus, String name, int otherwise) {
        return (int) Math.max(0, Math.min(MOST_CELLS, numberOf(bus, name, otherwise)));
    }

    private String string(int from) {
        int end = from;
        while (blob[end] != 0) {
            end++;
        }
        return new String(blob, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private boolean hasString(int property, String value) {
        int end = property + lengthOf(property);
        int at = property;
        while (at < end) {
            if (isString(at, value)) {
                return true;
            }
            while (at < end && blob[at] != 0) {
                at++;
            }
            at++;
        }
        return false;
    }

    private boolean isString(int at, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (blob[at + i] != value.charAt(i)) {
                return false;
            }
        }
        return blob[at + value.length()] == 0;
    }

    private int afterName(int node) {
        int at = node + 4;
        while (blob[at] != 0) {
            at++;
        }
        return at + 4 & -4;
    }

    private int afterProperty(int token) {
        return token + PROPERTY_HEADER + word(token + 4) + 3 & -4;
    }

    private int word(int offset) {
        return word(blob, offset);
    }

    private static int word(byte[] bytes, int offset) {
        return bytes[offset] << 24 | (bytes[offset + 1] & 0xff) << 16 | (bytes[offset + 2] & 0xff) << 8 | bytes[offset + 3] & 0xff;
    }
}
