package org.asterism.ostd.host.pci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.device.DmaFrames;
import org.asterism.ostd.frames.FrameAllocator;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.MessageInterrupt;
import org.asterism.ostd.spi.PciHost;

/** One bus with functions in software, and the firmware that has given their regions addresses. Lines are shared as on a PC: by slot and pin, four in all. */
public final class SimulatedPciHost implements PciHost {
    private static final int SLOTS = 32;
    private static final int SLOT_SHIFT = 3;
    private static final int FIRST_LINE = 16;
    private static final int LINES = 4;
    private static final long MESSAGE_ADDRESS = 0xfee0_0000L;

    private final FrameAllocator frames;
    private final long memoryBytes;
    private final Map<Integer, SimulatedFunction> functions = new TreeMap<>();
    private final Line[] lines = new Line[LINES];
    private final List<Message> messages = new ArrayList<>();
    private long nextRegion = 0xc000_0000L;
    private long nextPorts = 0xc000;

    /**
     * An empty bus.
     *
     * @param frames memory that devices reach
     * @param memoryBytes where it ends
     */
    public SimulatedPciHost(FrameAllocator frames, long memoryBytes) {
        this.frames = frames;
        this.memoryBytes = memoryBytes;
        for (int i = 0; i < LINES; i++) {
            lines[i] = new Line();
        }
    }

    /**
     * Puts a function into the next free slot.
     *
     * @param function new
     */
    public void plug(SimulatedFunction function) {
        int slot = 1 + functions.size();
        if (slot == SLOTS) {
            throw new IllegalStateException("no slot is left: a bus has " + SLOTS);
        }
        function.plugInto(this);
        functions.put(slot << SLOT_SHIFT, function);
    }

    /** An address for a region, as firmware would choose it. */
    long placeRegion(long length, boolean ports) {
        long next = ports ? nextPorts : nextRegion;
        long placed = (next + length - 1) / length * length;
        if (ports) {
            nextPorts = placed + length;
        } else {
            nextRegion = placed + length;
        }
        return placed;
    }

    boolean readMemory(long address, byte[] into) {
        boolean there = isMemory(address, into.length);
        if (there) {
            frames.memory().copyToArray(frames.memory().address(address), into, 0, into.length);
        }
        return there;
    }

    boolean writeMemory(long address, byte[] from) {
        boolean there = isMemory(address, from.length);
        if (there) {
            frames.memory().copyFromArray(from, 0, frames.memory().address(address), from.length);
        }
        return there;
    }

    private boolean isMemory(long address, int length) {
        return address > 0 && address <= memoryBytes - length;
    }

    /** A store to where messages go. */
    void deliver(long address, int data) {
        if (address == MESSAGE_ADDRESS && data >= 0 && data < messages.size()) {
            messages.get(data).come();
        }
    }

    /** The state of some line may have changed. */
    void linesChanged() {
        for (Line line : lines) {
            line.look();
        }
    }

    @Override
    public int lastBus() {
        return 0;
    }

    @Override
    public int configurationBytes() {
        return 256;
    }

    @Override
    public int readConfiguration(int function, int offset) {
        SimulatedFunction there = functions.get(function);
        return there == null ? -1 : there.readConfiguration(offset);
    }

    @Override
    public void writeConfiguration(int function, int offset, int value) {
        SimulatedFunction there = functions.get(function);
        if (there != null) {
            there.writeConfiguration(offset, value);
        }
    }

    @Override
    public MemoryWindow mapRegisters(long address, long bytes) throws DeviceException {
        if (address < memoryBytes) {
            throw new DeviceException("registers at 0x" + Long.toHexString(address) + " overlap memory");
        }
        return new BusWindow(functions.values(), address, bytes, false);
    }

    @Override
    public MemoryWindow openPorts(long first, long count) {
        return new BusWindow(functions.values(), first, count, true);
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        return DmaFrames.allocate(frames, bytes, highestAddress);
    }

    @Override
    public MessageInterrupt connectMessage(InterruptSink sink) {
        Message message = new Message(messages.size(), sink);
        messages.add(message);
        return message;
    }

    @Override
    public int interruptLine(int function, int pin) {
        return FIRST_LINE + lineOf(function, pin);
    }

    @Override
    public BusInterrupt connectLine(int line, InterruptSink sink) throws DeviceException {
        if (line < FIRST_LINE || line >= FIRST_LINE + LINES) {
            throw new DeviceException("no interrupt line " + line + "; there are " + FIRST_LINE + " to " + (FIRST_LINE + LINES - 1));
        }
        Line connected = lines[line - FIRST_LINE];
        connected.sink = sink;
        return connected;
    }

    private static int lineOf(int function, int pin) {
        return ((function >> SLOT_SHIFT) + pin - 1) % LINES;
    }

    /** A message that functions may send. */
    private static final class Message implements MessageInterrupt {
        private final int data;
        private InterruptSink sink;

        Message(int data, InterruptSink sink) {
            this.data = data;
            this.sink = sink;
        }

        void come() {
            if (sink != null) {
                sink.raise();
            }
        }

        @Override
        public long address() {
            return MESSAGE_ADDRESS;
        }

        @Override
        public int data() {
            return data;
        }

        @Override
        public void rearm() {
            // a message comes whenever it is sent
        }

        @Override
        public void close() {
            sink = null;
        }
    }

    /** A line, masked from when it comes until it is rearmed. */
    private final class Line implements BusInterrupt {
        private InterruptSink sink;
        private boolean masked;

        void look() {
            if (sink != null && !masked && isUp()) {
                masked = true;
                sink.raise();
            }
        }

        private boolean isUp() {
            for (Map.Entry<Integer, SimulatedFunction> function : functions.entrySet()) {
                int pin = function.getValue().pinUp();
                if (pin != 0 && lines[lineOf(function.getKey(), pin)] == this) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void rearm() {
            masked = false;
            look();
        }

        @Override
        public void close() {
            sink = null;
        }
    }
}
