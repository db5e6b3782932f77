package org.asterism.ostd.pci;

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.MessageInterrupt;
import org.asterism.ostd.spi.PciHost;

/** How a function interrupts: by the messages of a table (MSI-X), by one message (MSI), or by a line. The first it can do is used, but a function
 * that may not master the bus has its line only, for a message is a store; so has every function of a machine without messages. */
final class PciInterrupts {
    private final PciFunction function;
    private final PciBus bus;
    private final PciHost host;
    private final int table;
    private final int messages;

    PciInterrupts(PciFunction function, PciBus bus, PciHost host) {
        this.function = function;
        this.bus = bus;
        this.host = host;
        table = function.capability(PciRegisters.CAPABILITY_MESSAGE_TABLE);
        messages = function.capability(PciRegisters.CAPABILITY_MESSAGES);
    }

    int count(boolean mayMaster) {
        boolean told = areMessages(mayMaster);
        if (told && table != 0) {
            return entries();
        }
        return told || line() >= 0 ? 1 : 0;
    }

    boolean areMessages(boolean mayMaster) {
        return mayMaster && host.hasMessages() && (table != 0 || messages != 0);
    }

    BusInterrupt connect(int index, boolean mayMaster, InterruptSink sink) throws DeviceException {
        if (areMessages(mayMaster)) {
            function.changeCommand(0, PciRegisters.COMMAND_BUS_MASTER | PciRegisters.COMMAND_NO_LINE);
            return table != 0 ? connectEntry(index, sink) : connectMessage(sink);
        }
        BusInterrupt connected = bus.lines().connect(line(), sink);
        function.changeCommand(PciRegisters.COMMAND_NO_LINE, 0);
        return connected;
    }

    /** No messages. */
    void disable() {
        if (table != 0) {
            function.write(table, function.read(table) & ~PciRegisters.TABLE_ENABLED);
        }
        if (messages != 0) {
            function.write(messages, function.read(messages) & ~PciRegisters.MESSAGES_ENABLED);
        }
    }

    /** A region as a driver may have it. */
    MemoryWindow withoutTable(int region, MemoryWindow whole) {
        if (table == 0 || tableRegion() != region) {
            return whole;
        }
        return new CutWindow(whole, tableOffset(), tableOffset() + (long) entries() * PciRegisters.TABLE_ENTRY_BYTES);
    }

    private BusInterrupt connectEntry(int index, InterruptSink sink) throws DeviceException {
        MemoryWindow window = function.regions().open(tableRegion());
        long entry = tableOffset() + (long) index * PciRegisters.TABLE_ENTRY_BYTES;
        MessageInterrupt message = host.connectMessage(sink);
        window.write(entry + PciRegisters.TABLE_ADDRESS, 4, message.address());
        window.write(entry + PciRegisters.TABLE_ADDRESS + 4, 4, message.address() >>> 32);
        window.write(entry + PciRegisters.TABLE_DATA, 4, message.data());
        window.write(entry + PciRegisters.TABLE_MASKED, 4, 0);
        function.write(table, function.read(table) & ~PciRegisters.TABLE_ALL_MASKED | PciRegisters.TABLE_ENABLED);
        return closing(message, () -> window.write(entry + PciRegisters.TABLE_MASKED, 4, 1));
    }

    private BusInterrupt connectMessage(InterruptSink sink) throws DeviceException {
        MessageInterrupt message = host.connectMessage(sink);
        int control = function.read(messages);
        boolean wide = (control & PciRegisters.MESSAGES_WIDE) != 0;
        function.write(messages + 4, (int) message.address());
        if (wide) {
            function.write(messages + 8, (int) (message.address() >>> 32));
        }
        int data = messages + (wide ? 12 : 8);
        function.write(data, function.read(data) & 0xffff_0000 | message.data());
        function.write(messages, control & ~PciRegisters.MESSAGES_COUNT_MASK | PciRegisters.MESSAGES_ENABLED);
        return closing(message, this::disable);
    }

    private static BusInterrupt closing(MessageInterrupt message, Runnable silence) {
        return new BusInterrupt() {
            @Override
            public void rearm() {
                message.rearm();
            }

            @Override
            public void close() {
                silence.run();
                message.close();
            }
        };
    }

    private int entries() {
        return (function.read(table) >> PciRegisters.TABLE_SIZE_SHIFT & PciRegisters.TABLE_SIZE_MASK) + 1;
    }

    private int tableRegion() {
        return function.read(table + 4) & PciRegisters.TABLE_REGION_MASK;
    }

    private long tableOffset() {
        return function.read(table + 4) & ~PciRegisters.TABLE_REGION_MASK & 0xffff_ffffL;
    }

    /** The line of the function's pin, −1 if it has no pin or the machine does not know. */
    private int line() {
        int pin = function.read(PciRegisters.INTERRUPT) >> 8 & 0xff;
        return pin == 0 ? -1 : host.interruptLine(function.number(), pin);
    }
}
