package org.asterism.ostd.host;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;

/** A device with 16 bytes of registers that hold what is written, one interrupt that a test raises, and DMA memory from 0x1000 on. Notes what is done to it. */
final class RegisterDevice implements BusDevice {
    final List<String> notes = new ArrayList<>();
    final ByteWindow registers = new ByteWindow(16);
    InterruptSink sink;
    boolean forgets = true;
    private final String location;
    private long nextDma = 0x1000;

    RegisterDevice(String location) {
        this.location = location;
    }

    @Override
    public DeviceIdentity identity() {
        return new PlatformIdentity(location, "test,registers");
    }

    @Override
    public boolean isPortRegion(int region) {
        return region == 1;
    }

    @Override
    public MemoryWindow openRegion(int region) throws DeviceException {
        if (region > 1) {
            throw new DeviceException("no region " + region);
        }
        return registers;
    }

    @Override
    public int interruptCount(boolean mayMaster) {
        return 1;
    }

    @Override
    public BusInterrupt connect(int index, boolean mayMaster, InterruptSink connected) {
        sink = connected;
        return new BusInterrupt() {
            @Override
            public void rearm() {
                notes.add("rearm");
            }

            @Override
            public void close() {
                sink = null;
            }
        };
    }

    @Override
    public void setBusMaster(boolean allowed) {
        notes.add("master " + allowed);
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        long address = nextDma;
        nextDma += bytes;
        return new ByteMemory((int) bytes, address);
    }

    @Override
    public int readConfiguration(int offset) {
        return -1;
    }

    @Override
    public boolean reset() {
        notes.add("reset");
        return forgets;
    }

    /** Bytes of an array, little-endian. */
    static class ByteWindow implements MemoryWindow {
        final byte[] bytes;

        ByteWindow(int length) {
            bytes = new byte[length];
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public long read(long offset, int width) {
            long value = 0;
            for (int i = width - 1; i >= 0; i--) {
                value = value << 8 | bytes[(int) offset + i] & 0xff;
            }
            return value;
        }

        @Override
        public void write(long offset, int width, long value) {
            for (int i = 0; i < width; i++) {
                bytes[(int) offset + i] = (byte) (value >> 8 * i);
            }
        }
    }

    private final class ByteMemory extends ByteWindow implements DmaMemory {
        private final long address;

        ByteMemory(int length, long address) {
            super(length);
            this.address = address;
        }

        @Override
        public long deviceAddress() {
            return address;
        }

        @Override
        public void copyOut(long offset, byte[] into, int at, int length) {
            System.arraycopy(bytes, (int) offset, into, at, length);
        }

        @Override
        public void copyIn(long offset, byte[] from, int at, int length) {
            System.arraycopy(from, at, bytes, (int) offset, length);
        }

        @Override
        public void free() {
            notes.add("free 0x" + Long.toHexString(address));
        }
    }
}
