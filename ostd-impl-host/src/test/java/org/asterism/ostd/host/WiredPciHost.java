package org.asterism.ostd.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.MessageInterrupt;
import org.asterism.ostd.spi.PciHost;

/** A PCI host whose functions are words of configuration; base address registers keep the bits that a test lets be set. Notes what is mapped and connected. */
final class WiredPciHost implements PciHost {
    final List<String> notes = new ArrayList<>();
    InterruptSink sink;
    private final Map<Integer, int[]> functions = new LinkedHashMap<>();
    private final Map<Integer, int[]> settable = new LinkedHashMap<>();

    /** A function with an identity; other words are zero. */
    WiredPciHost function(int number, int identity) {
        functions.put(number, new int[64]);
        settable.put(number, new int[6]);
        return word(number, 0, identity);
    }

    WiredPciHost word(int number, int offset, int value) {
        functions.get(number)[offset / 4] = value;
        return this;
    }

    /** A base address register of which only some bits can be set. */
    WiredPciHost region(int number, int region, int value, int bits) {
        settable.get(number)[region] = bits;
        return word(number, 0x10 + 4 * region, value);
    }

    @Override
    public int lastBus() {
        return 3;
    }

    @Override
    public int configurationBytes() {
        return 256;
    }

    @Override
    public int readConfiguration(int function, int offset) {
        int[] words = functions.get(function);
        return words == null ? -1 : words[offset / 4];
    }

    @Override
    public void writeConfiguration(int function, int offset, int value) {
        int[] words = functions.get(function);
        int region = (offset - 0x10) / 4;
        if (offset >= 0x10 && region < 6) {
            int bits = settable.get(function)[region];
            words[offset / 4] = words[offset / 4] & ~bits | value & bits;
        } else if (offset == 4) {
            words[1] = words[1] & 0xffff_0000 | value & 0xffff;
        } else {
            words[offset / 4] = value;
        }
    }

    @Override
    public MemoryWindow mapRegisters(long address, long bytes) {
        notes.add("map 0x" + Long.toHexString(address) + " 0x" + Long.toHexString(bytes));
        return new RegisterDevice.ByteWindow((int) bytes);
    }

    @Override
    public MemoryWindow openPorts(long first, long count) {
        notes.add("ports 0x" + Long.toHexString(first) + " 0x" + Long.toHexString(count));
        return new RegisterDevice.ByteWindow((int) count);
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        throw new UnsupportedOperationException("no DMA here");
    }

    @Override
    public MessageInterrupt connectMessage(InterruptSink connected) {
        sink = connected;
        return new Connection("message");
    }

    @Override
    public int interruptLine(int function, int pin) {
        return 10 + pin;
    }

    @Override
    public BusInterrupt connectLine(int line, InterruptSink connected) {
        sink = connected;
        notes.add("line " + line);
        return new Connection("line");
    }

    private final class Connection implements MessageInterrupt {
        private final String kind;

        Connection(String kind) {
            this.kind = kind;
        }

        @Override
        public long address() {
            return 0x1_fee0_0000L;
        }

        @Override
        public int data() {
            return 0x51;
        }

        @Override
        public void rearm() {
            notes.add("rearm " + kind);
        }

        @Override
        public void close() {
            notes.add("close " + kind);
        }
    }
}
