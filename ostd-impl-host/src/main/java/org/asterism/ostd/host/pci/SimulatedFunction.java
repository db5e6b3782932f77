package org.asterism.ostd.host.pci;

import java.util.Objects;
import org.asterism.ostd.spi.MemoryWindow;

/**
 * A PCI function in software. A constructor describes it: {@link #addRegion regions}, {@link #addCapability capabilities}, how it
 * {@link #addMessages interrupts}. Then it lives from what its driver does to its regions and from timers of its own; as it may have those, make it
 * when its machine is there.
 *
 * <p>It behaves as the specification says of hardware: it answers only to the addresses that its base address registers hold while its command
 * register lets it, its messages and its accesses to memory need the bus master bit, masked messages stay pending.
 */
public abstract class SimulatedFunction {
    private static final int REGION_PORTS = 1;
    private static final int REGION_64_BITS = 4;
    private static final int CAPABILITY_MESSAGE = 0x05;
    private static final int MESSAGE_ENABLED = 1;
    private static final int MESSAGE_WIDE = 1 << 7;
    private static final int CAPABILITY_EXPRESS = 0x10;
    private static final int EXPRESS_CAN_RESET = 1 << 28;
    private static final int EXPRESS_RESET = 1 << 15;

    private final ConfigurationSpace configuration = new ConfigurationSpace();
    private final MemoryWindow[] regions = new MemoryWindow[ConfigurationSpace.REGIONS];
    private SimulatedPciHost host;
    private MessageTable table;
    private int tableCapability;
    private int messageCapability;
    private int expressCapability;

    /**
     * A function that is on no bus yet.
     *
     * @param vendor who made it, 16 bits
     * @param device which one it is, 16 bits
     * @param deviceClass class, subclass and programming interface, 24 bits
     * @param revision 8 bits
     */
    protected SimulatedFunction(int vendor, int device, int deviceClass, int revision) {
        configuration.define(ConfigurationSpace.IDENTITY, device << 16 | vendor & 0xffff, 0);
        configuration.define(ConfigurationSpace.CLASS, deviceClass << 8 | revision & 0xff, 0);
    }

    /**
     * Says which board it is on.
     *
     * @param vendor who made the board, 16 bits
     * @param board which one it is, 16 bits
     */
    protected final void setSubsystem(int vendor, int board) {
        configuration.define(ConfigurationSpace.SUBSYSTEM, board << 16 | vendor & 0xffff, 0);
    }

    /**
     * Adds registers in memory, at a 32-bit address.
     *
     * @param region number of the base address register, from 0 to 5
     * @param registers answers accesses; its length is a power of two, a page at least
     */
    protected final void addRegion(int region, MemoryWindow registers) {
        long length = ConfigurationSpace.checkedLength(registers.length());
        add(region, registers, 0, (int) -length);
    }

    /**
     * Adds registers in memory, at a 64-bit address.
     *
     * @param region number of the lower of two base address registers, from 0 to 4
     * @param registers answers accesses; its length is a power of two, a page at least
     */
    protected final void addWideRegion(int region, MemoryWindow registers) {
        long length = ConfigurationSpace.checkedLength(registers.length());
        add(region, registers, REGION_64_BITS, (int) -length);
        configuration.define(ConfigurationSpace.FIRST_REGION + Integer.BYTES * (region + 1), 0, (int) (-length >> Integer.SIZE));
    }

    /**
     * Adds registers behind ports.
     *
     * @param region number of the base address register, from 0 to 5
     * @param registers answers accesses; its length is a power of two from 4 to 256
     */
    protected final void addPorts(int region, MemoryWindow registers) {
        if (registers.length() < 4 || registers.length() > 256 || Long.bitCount(registers.length()) != 1) {
            throw new IllegalArgumentException(registers.length() + " ports; a power of two from 4 to 256 can be a region");
        }
        add(region, registers, REGION_PORTS, (int) -registers.length() & 0xffff);
    }

    private void add(int region, MemoryWindow registers, int flags, int writable) {
        Objects.checkIndex(region, regions.length);
        regions[region] = registers;
        configuration.define(ConfigurationSpace.FIRST_REGION + Integer.BYTES * region, flags, writable);
    }

    /**
     * Adds a capability that drivers read.
     *
     * @param identity 8 bits
     * @param body what comes after identity and link: 2 bytes, and any number of words
     * @return its offset in the configuration
     */
    protected final int addCapability(int identity, byte... body) {
        if (body.length % Integer.BYTES != 2) {
            throw new IllegalArgumentException("a capability's body of " + body.length + " bytes; 2 bytes and whole words fill its words");
        }
        int[] words = new int[body.length / Integer.BYTES];
        for (int i = 2; i < body.length; i++) {
            words[(i - 2) / Integer.BYTES] |= (body[i] & 0xff) << (i - 2) % Integer.BYTES * Byte.SIZE;
        }
        return configuration.append(identity, body[1] << Byte.SIZE & 0xff00 | body[0] & 0xff, 0, words);
    }

    /** Lets it interrupt by one message (MSI). */
    protected final void addMessage() {
        messageCapability = configuration.append(CAPABILITY_MESSAGE, MESSAGE_WIDE, MESSAGE_ENABLED, 0, 0, 0);
        for (int i = 1; i <= 3; i++) {
            configuration.define(messageCapability + Integer.BYTES * i, 0, -1);
        }
    }

    /**
     * Lets it interrupt by messages of a table (MSI-X).
     *
     * @param region number of the region that holds the table and nothing else
     * @param entries how many messages, from 1 to 2048
     */
    protected final void addMessages(int region, int entries) {
        table = new MessageTable(this, entries);
        addRegion(region, table);
        tableCapability = configuration.append(MessageTable.IDENTITY, entries - 1, MessageTable.ENABLED | MessageTable.ALL_MASKED,
                region, table.pendingOffset() | region);
    }

    /**
     * Lets it interrupt by a line, which others may share: the way that is left when no message is enabled.
     *
     * @param pin from 1 (A) to 4 (D)
     */
    protected final void addLine(int pin) {
        configuration.define(ConfigurationSpace.INTERRUPT, pin << Byte.SIZE, 0xff);
    }

    /** Lets it be reset by itself (function level reset): then OSTD is sure that it has forgotten all addresses, and frees what it could reach. */
    protected final void addFunctionReset() {
        expressCapability = configuration.append(CAPABILITY_EXPRESS, 2, 0, EXPRESS_CAN_RESET, 0);
    }

    /** Forgets everything that a driver has told it. */
    protected abstract void reset();

    /**
     * The state of its interrupt line. It is looked at when the function {@linkplain #interrupt interrupts}, and again each time its driver has handled that.
     *
     * @return whether it wants attention
     */
    protected boolean isLineUp() {
        return false;
    }

    /**
     * Interrupts: by the message, if messages are enabled, else by its line. Legal in atomic context.
     *
     * @param message number of the message, from 0
     */
    protected final void interrupt(int message) {
        if (isTableEnabled()) {
            table.signal(message);
        } else if (isMessageEnabled()) {
            long high = configuration.read(messageCapability + 8);
            store(high << Integer.SIZE | configuration.read(messageCapability + 4) & 0xffff_ffffL, configuration.read(messageCapability + 12));
        } else if (host != null) {
            host.linesChanged();
        }
    }

    /**
     * Tells whether the messages of its table are enabled.
     *
     * @return whether {@link #interrupt} uses the table
     */
    protected final boolean isTableEnabled() {
        return table != null && (configuration.read(tableCapability) >>> 16 & MessageTable.ENABLED) != 0;
    }

    /**
     * Reads the machine's memory.
     *
     * @param address by which a device reaches the first byte
     * @param into where to put the bytes
     * @return whether it may master the bus and there is memory; if not, nothing was read
     */
    protected final boolean readMemory(long address, byte[] into) {
        return configuration.commands(ConfigurationSpace.COMMAND_BUS_MASTER) && host.readMemory(address, into);
    }

    /**
     * Writes the machine's memory.
     *
     * @param address by which a device reaches the first byte
     * @param from the bytes
     * @return whether it may master the bus and there is memory; if not, nothing was written
     */
    protected final boolean writeMemory(long address, byte[] from) {
        return configuration.commands(ConfigurationSpace.COMMAND_BUS_MASTER) && host.writeMemory(address, from);
    }

    /** Puts it on a bus. */
    final void plugInto(SimulatedPciHost bus) {
        if (host != null) {
            throw new IllegalStateException("this function is plugged in already; make another");
        }
        host = bus;
        for (int i = 0; i < regions.length; i++) {
            if (regions[i] != null) {
                configuration.write(ConfigurationSpace.FIRST_REGION + Integer.BYTES * i, (int) bus.placeRegion(regions[i].length(), isPorts(i)));
            }
        }
    }

    final int readConfiguration(int offset) {
        return configuration.read(offset);
    }

    final void writeConfiguration(int offset, int value) {
        if (expressCapability != 0 && offset == expressCapability + 8 && (value & EXPRESS_RESET) != 0) {
            configuration.reset();
            if (table != null) {
                table.reset();
            }
            reset();
            return;
        }
        configuration.write(offset, value);
        if (isTableEnabled()) {
            table.sendPending();
        }
        host.linesChanged();
    }

    /** The region that answers at an address, −1 if none does. */
    final int regionAt(long address, boolean ports) {
        if (!configuration.commands(ports ? ConfigurationSpace.COMMAND_PORTS : ConfigurationSpace.COMMAND_MEMORY)) {
            return -1;
        }
        for (int i = 0; i < regions.length; i++) {
            if (regions[i] != null && isPorts(i) == ports && address >= regionAddress(i) && address < regionAddress(i) + regions[i].length()) {
                return i;
            }
        }
        return -1;
    }

    final MemoryWindow region(int number) {
        return regions[number];
    }

    final long regionAddress(int number) {
        int low = configuration.read(ConfigurationSpace.FIRST_REGION + Integer.BYTES * number);
        boolean wide = (low & REGION_PORTS) == 0 && (low & REGION_64_BITS) != 0;
        long high = wide ? configuration.read(ConfigurationSpace.FIRST_REGION + Integer.BYTES * (number + 1)) : 0;
        return high << Integer.SIZE | low & 0xffff_ffffL & ~(isPorts(number) ? 3 : 0xf);
    }

    /** The pin of its line while the line is up, 0 else. */
    final int pinUp() {
        boolean silent = isTableEnabled() || isMessageEnabled() || configuration.commands(ConfigurationSpace.COMMAND_NO_LINE);
        return silent || !isLineUp() ? 0 : configuration.read(ConfigurationSpace.INTERRUPT) >> Byte.SIZE & 0xff;
    }

    /** Whether messages of the table may be sent. */
    final boolean messagesFlow() {
        int control = configuration.read(tableCapability) >>> 16;
        return (control & MessageTable.ENABLED) != 0 && (control & MessageTable.ALL_MASKED) == 0;
    }

    /** The store that is a message. */
    final void store(long address, int data) {
        if (configuration.commands(ConfigurationSpace.COMMAND_BUS_MASTER)) {
            host.deliver(address, data);
        }
    }

    private boolean isMessageEnabled() {
        return messageCapability != 0 && (configuration.read(messageCapability) >>> 16 & MESSAGE_ENABLED) != 0;
    }

    private boolean isPorts(int region) {
        return (configuration.read(ConfigurationSpace.FIRST_REGION + Integer.BYTES * region) & REGION_PORTS) != 0;
    }
}
