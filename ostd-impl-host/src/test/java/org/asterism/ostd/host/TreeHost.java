package org.asterism.ostd.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.spi.BusInterrupt;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.InterruptSink;
import org.asterism.ostd.spi.MemoryWindow;

/** A machine on which something answers where a test has put it. Notes what is mapped, kept and connected. */
final class TreeHost implements DeviceHost {
    final List<String> notes = new ArrayList<>();
    private final Map<Long, MemoryWindow> answers = new HashMap<>();

    TreeHost answer(long address, MemoryWindow window) {
        answers.put(address, window);
        return this;
    }

    @Override
    public MemoryWindow mapRegisters(long address, long bytes) {
        notes.add("map 0x" + Long.toHexString(address) + " 0x" + Long.toHexString(bytes));
        return answers.getOrDefault(address, new RegisterDevice.ByteWindow(16));
    }

    @Override
    public MemoryWindow mapOwn(long address, long bytes) throws DeviceException {
        if (!answers.containsKey(address)) {
            throw new DeviceException("nothing answers at 0x" + Long.toHexString(address));
        }
        return answers.get(address);
    }

    @Override
    public void keep(long address, long bytes) {
        notes.add("keep 0x" + Long.toHexString(address) + " 0x" + Long.toHexString(bytes));
    }

    @Override
    public DmaMemory allocateDma(long bytes, long highestAddress) {
        throw new UnsupportedOperationException("no DMA here");
    }

    @Override
    public BusInterrupt connectLine(int line, InterruptSink sink) {
        notes.add("line " + line);
        return new BusInterrupt() {
            @Override
            public void rearm() {
            }

            @Override
            public void close() {
            }
        };
    }
}
