package org.asterism.ostd.pci;

import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.ostd.spi.PciHost;

/** The base address registers of a function (PCI 3.0 §6.2.5.1), and the regions behind them, each mapped once. */
final class PciRegions {
    static final int COUNT = 6;
    private static final int PORT = 1;
    private static final int TYPE_MASK = 6;
    private static final int TYPE_64_BITS = 4;
    private static final int MEMORY_FLAGS = 0xf;
    private static final int PORT_FLAGS = 3;
    private static final long LOW_WORD = 0xffff_ffffL;

    private final PciFunction function;
    private final PciHost host;
    private final MemoryWindow[] windows = new MemoryWindow[COUNT];

    PciRegions(PciFunction function, PciHost host) {
        this.function = function;
        this.host = host;
    }

    boolean isPort(int region) {
        return region >= 0 && region < COUNT && (function.read(offset(region)) & PORT) != 0;
    }

    /** Tells whether a number is one of a region, not of the upper half of another's address. */
    boolean exists(int region) {
        return region >= 0 && region < COUNT && !isUpperHalf(region);
    }

    /** Tells whether a region's address has 64 bits. */
    boolean isWide(int region) {
        return isWideValue(function.read(offset(region)));
    }

    MemoryWindow open(int region) throws DeviceException {
        if (!exists(region)) {
            throw new DeviceException("device " + function.identity().location() + " has no region " + region
                    + "; regions are 0 to 5, and one with 64 bits has the lower of two numbers");
        }
        boolean port = isPort(region);
        if (windows[region] == null) {
            long length = measure(region);
            long address = address(region);
            if (length == 0 || address == 0) {
                throw new DeviceException("device " + function.identity().location() + " has no region " + region
                        + (length == 0 ? "" : ": it was given no address"));
            }
            windows[region] = port ? host.openPorts(address, length) : host.mapRegisters(address, length);
        }
        function.changeCommand(0, port ? PciRegisters.COMMAND_PORTS : PciRegisters.COMMAND_MEMORY);
        return windows[region];
    }

    /** Gives a region an address, while the function does not answer to it. */
    void place(int region, long address) {
        function.changeCommand(PciRegisters.COMMAND_PORTS | PciRegisters.COMMAND_MEMORY, 0);
        function.write(offset(region), (int) address);
        if (isWide(region)) {
            function.write(offset(region + 1), (int) (address >>> 32));
        }
    }

    /** All registers as they are. */
    int[] addresses() {
        int[] values = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = function.read(offset(i));
        }
        return values;
    }

    void restore(int[] values) {
        for (int i = 0; i < COUNT; i++) {
            function.write(offset(i), values[i]);
        }
    }

    private long address(int region) {
        int low = function.read(offset(region));
        if ((low & PORT) != 0) {
            return low & LOW_WORD & ~PORT_FLAGS;
        }
        long high = isWideValue(low) ? (long) function.read(offset(region + 1)) << 32 : 0;
        return high | low & LOW_WORD & ~MEMORY_FLAGS;
    }

    /** Bytes of a region: the address bits that can be set tell, while the function does not answer to them. */
    long measure(int region) {
        int command = function.read(PciRegisters.COMMAND) & PciRegisters.COMMAND_MASK;
        function.write(PciRegisters.COMMAND, command & ~(PciRegisters.COMMAND_PORTS | PciRegisters.COMMAND_MEMORY));
        int low = function.read(offset(region));
        boolean port = (low & PORT) != 0;
        long settable = settable(region) & ~(port ? PORT_FLAGS : MEMORY_FLAGS) & LOW_WORD;
        if (!port && isWideValue(low)) {
            settable |= settable(region + 1) << 32;
        } else if (settable != 0) {
            // what lies above need not be settable: ports have 16 bits on many devices, memory 32
            settable |= port ? ~0xffffL : ~LOW_WORD;
        }
        function.write(PciRegisters.COMMAND, command);
        return settable & -settable;
    }

    private long settable(int region) {
        int before = function.read(offset(region));
        function.write(offset(region), -1);
        long settable = function.read(offset(region)) & LOW_WORD;
        function.write(offset(region), before);
        return settable;
    }

    private boolean isUpperHalf(int region) {
        int i = 0;
        while (i < region) {
            i += isWide(i) ? 2 : 1;
        }
        return i != region;
    }

    private static boolean isWideValue(int low) {
        return (low & PORT) == 0 && (low & TYPE_MASK) == TYPE_64_BITS;
    }

    private static int offset(int region) {
        return PciRegisters.FIRST_BASE_ADDRESS + 4 * region;
    }
}
