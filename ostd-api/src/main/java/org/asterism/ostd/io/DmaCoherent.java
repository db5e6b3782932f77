package org.asterism.ostd.io;

import java.util.Objects;
import java.util.function.Consumer;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.task.Preemption;

/**
 * Memory that a device reads and writes by itself, consecutive for the device, and coherent: what one side writes the other sees, without
 * flushing. Made by {@link org.asterism.ostd.bus.Device#allocateDma}, zeroed.
 *
 * <p>Closing ends the driver's access only. The frames stay with the device until it is taken back from the driver and was reset, because only then is
 * it certain that it does not write to them; meanwhile the device's next allocation of the same size gets them again.
 */
public final class DmaCoherent extends DeviceMemory {
    private final DmaMemory memory;
    private final Consumer<DmaMemory> closed;

    /**
     * DMA memory that the bus has allocated.
     *
     * @param memory which only OSTD can name
     * @param closed told once, when the driver's access has ended
     */
    public DmaCoherent(DmaMemory memory, Consumer<DmaMemory> closed) {
        super(memory);
        this.memory = memory;
        this.closed = closed;
    }

    /**
     * The address by which the device reaches the first byte.
     *
     * @return a multiple of {@link PageSize#BYTES}
     */
    public long deviceAddress() {
        return memory.deviceAddress();
    }

    /**
     * Copies bytes out.
     *
     * @param offset of the first
     * @param into destination
     * @param at index of the first byte in {@code into}
     * @param count how many
     * @throws IndexOutOfBoundsException if either range is outside its memory or array
     */
    public void read(long offset, byte[] into, int at, int count) {
        Objects.checkFromIndexSize(offset, count, length());
        Objects.checkFromIndexSize(at, count, into.length);
        for (int done = 0; done < count; done += PageSize.BYTES) {
            try (var held = Preemption.disable()) {
                open().copyOut(offset + done, into, at + done, Math.min(PageSize.BYTES, count - done));
            }
        }
    }

    /**
     * Copies bytes in.
     *
     * @param offset of the first
     * @param from source
     * @param at index of the first byte in {@code from}
     * @param count how many
     * @throws IndexOutOfBoundsException if either range is outside its memory or array
     */
    public void write(long offset, byte[] from, int at, int count) {
        Objects.checkFromIndexSize(offset, count, length());
        Objects.checkFromIndexSize(at, count, from.length);
        for (int done = 0; done < count; done += PageSize.BYTES) {
            try (var held = Preemption.disable()) {
                open().copyIn(offset + done, from, at + done, Math.min(PageSize.BYTES, count - done));
            }
        }
    }

    @Override
    public void close() {
        if (end() != null) {
            closed.accept(memory);
        }
    }

    private DmaMemory open() {
        window();
        return memory;
    }
}
