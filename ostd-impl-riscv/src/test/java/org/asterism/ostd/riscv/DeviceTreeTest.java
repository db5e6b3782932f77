package org.asterism.ostd.riscv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.asterism.ostd.boot.DeviceTree;
import org.junit.jupiter.api.Test;

/** Trees as boot loaders leave them, whole and damaged. */
class DeviceTreeTest {
    private static final int STRUCTURE = 56;
    private static final int BEGIN_NODE = 1;
    private static final int END_NODE = 2;
    private static final int PROPERTY = 3;
    private static final int END = 9;
    private static final String STRINGS = "#address-cells\0#size-cells\0reg\0compatible\0";

    /** Two cells of address and one of size; a serial port with two ranges, in a bus. */
    private static byte[] tree() {
        ByteBuffer out = ByteBuffer.allocate(512);
        out.position(STRUCTURE);
        node(out, "");
        property(out, "#address-cells", word(2));
        property(out, "#size-cells", word(1));
        node(out, "bus");
        property(out, "#address-cells", word(2));
        property(out, "#size-cells", word(1));
        node(out, "serial@10000000");
        property(out, "compatible", "sifive,uart0\0ns16550a\0".getBytes(StandardCharsets.US_ASCII));
        property(out, "reg", words(0, 0x1000_0000, 0x100, 1, 0x2000, 0x20));
        out.putInt(END_NODE).putInt(END_NODE);
        node(out, "bare");
        out.putInt(END_NODE).putInt(END_NODE).putInt(END);
        int strings = out.position();
        out.put(STRINGS.getBytes(StandardCharsets.US_ASCII));
        int length = out.position();
        out.putInt(0, 0xd00d_feed).putInt(4, length).putInt(8, STRUCTURE).putInt(12, strings).putInt(16, 40);
        return Arrays.copyOf(out.array(), length);
    }

    private static void node(ByteBuffer out, String name) {
        out.putInt(BEGIN_NODE);
        put(out, (name + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    private static void property(ByteBuffer out, String name, byte[] value) {
        out.putInt(PROPERTY).putInt(value.length).putInt(STRINGS.indexOf(name + '\0'));
        put(out, value);
    }

    private static void put(ByteBuffer out, byte[] bytes) {
        out.put(bytes).position(out.position() + 3 & -4);
    }

    private static byte[] word(int value) {
        return words(value);
    }

    private static byte[] words(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    @Test
    void findsNodesByOneOfTheirStrings() {
        DeviceTree tree = new DeviceTree(tree());
        int port = tree.find(DeviceTree.NONE, "compatible", "ns16550a");
        assertThat(tree.name(port)).isEqualTo("serial@10000000");
        assertThat(tree.parent(port)).isEqualTo(tree.child("bus"));
        assertThat(tree.find(port, "compatible", "ns16550a")).isEqualTo(DeviceTree.NONE);
        assertThat(tree.child("serial@10000000")).isEqualTo(DeviceTree.NONE);
    }

    @Test
    void readsRangesByTheCellsOfTheParent() {
        DeviceTree tree = new DeviceTree(tree());
        int port = tree.find(DeviceTree.NONE, "compatible", "sifive,uart0");
        assertThat(tree.registers(port)).isEqualTo(2);
        assertThat(tree.registerStart(port, 1)).isEqualTo(0x1_0000_2000L);
        assertThat(tree.registerBytes(port, 1)).isEqualTo(0x20);
    }

    @Test
    void namesTheNodeWithoutTheRangeAskedFor() {
        DeviceTree tree = new DeviceTree(tree());
        assertThatThrownBy(() -> tree.registerStart(tree.child("bare"), 0))
                .hasMessage("the node bare of the device tree has no range 0 of addresses in its property reg");
    }

    @Test
    void knowsWhatIsNoTree() {
        byte[] header = tree();
        assertThat(DeviceTree.length(header)).isEqualTo(header.length);
        header[0] = 0;
        assertThat(DeviceTree.length(header)).isEqualTo(DeviceTree.NONE);
    }

    @Test
    void refusesATreeCutOffAnywhere() {
        byte[] whole = tree();
        for (int length = DeviceTree.HEADER_BYTES; length < whole.length - STRINGS.length(); length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new DeviceTree(cut)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("the device tree is damaged: ");
        }
    }

    @Test
    void takesOrRefusesWhateverDamageThereIs() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = tree();
            ByteBuffer.wrap(damaged).putInt(random.nextInt(damaged.length / 4) * 4, random.nextBoolean() ? random.nextInt(16) : random.nextInt());
            try {
                assertThat(new DeviceTree(damaged).root()).isPositive();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("the device tree is damaged: ");
            }
        }
    }

    @Test
    void saysWhereANodeEndsThatHasNotBegun() {
        byte[] damaged = tree();
        ByteBuffer.wrap(damaged).putInt(STRUCTURE, END_NODE);
        assertThatThrownBy(() -> new DeviceTree(damaged)).hasMessage("the device tree is damaged: a node ends that has not begun, at offset 56");
    }
}
