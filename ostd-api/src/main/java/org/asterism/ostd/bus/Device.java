package org.asterism.ostd.bus;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.irq.IrqLine;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.spi.BusDevice;
import org.asterism.ostd.spi.DmaMemory;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.sync.Mutex;

/**
 * A device in the hands of its driver: the only way to its resources, each according to the grants of the driver's bundle. It ends when the registry takes the device back; then
 * all that was opened ends with it, and every method throws {@link IllegalStateException}. Context: task.
 */
public final class Device {
    private final DeviceNode node;
    private final DriverOrigin origin;
    /** Guards the lists. */
    private final Mutex lock = new Mutex();
    private final List<IoMem> registers = new ArrayList<>();
    private final List<IrqLine> interrupts = new ArrayList<>();
    private final List<DmaCoherent> dma = new ArrayList<>();
    private volatile boolean takenBack;

    Device(DeviceNode node, DriverOrigin origin) {
        this.node = node;
        this.origin = origin;
    }

    /**
     * What the device is.
     *
     * @return as the bus tells
     */
    public DeviceIdentity identity() {
        return node.bus().identity();
    }

    /**
     * Tells whether the driver's bundle may take a kind of resource.
     *
     * @param grant which kind
     * @return whether the kernel's descriptor grants it
     */
    public boolean isGranted(Grant grant) {
        return origin.grants().contains(grant);
    }

    /**
     * Opens registers.
     *
     * @param region number of a base address register, from 0 to 5 for a PCI device; a 64-bit one has the lower of its two numbers
     * @return the registers, closed when the device is taken back
     * @throws DeviceException if there is no such region, or neither {@link Grant#MMIO} nor, for ports, {@link Grant#PORT} is granted; or, for a device
     *     that nothing but its registers keeps from storing anywhere, {@link Grant#DMA}
     */
    public IoMem openRegisters(int region) throws DeviceException {
        require(bus().isPortRegion(region) ? Grant.PORT : Grant.MMIO);
        if (!bus().isConfined()) {
            require(Grant.DMA);
        }
        try (var held = lock.lock()) {
            IoMem opened = new IoMem(bus().openRegion(region));
            registers.add(opened);
            return opened;
        }
    }

    /**
     * Counts interrupts that can be told apart. Interrupts by message are stores of the device: a driver whose bundle lacks {@link Grant#DMA} has the
     * device's one line at most.
     *
     * @return 0 if the device has none that the machine can deliver
     */
    public int interruptCount() {
        return bus().interruptCount(isGranted(Grant.DMA));
    }

    /**
     * Tells whether interrupts come as messages, each with a number of its own, and not by the device's line.
     *
     * @return false on machines that take no messages, and without {@link Grant#DMA}
     */
    public boolean hasMessages() {
        return bus().hasMessages(isGranted(Grant.DMA));
    }

    /**
     * Connects an interrupt to a handler.
     *
     * @param index of the interrupt, from 0
     * @param handler runs in a task of its own after each interrupt
     * @return the connection, closed when the device is taken back
     * @throws DeviceException if there is no such interrupt, no vector is left, or {@link Grant#IRQ} is not granted
     */
    public IrqLine openInterrupt(int index, Runnable handler) throws DeviceException {
        require(Grant.IRQ);
        try (var held = lock.lock()) {
            IrqLine line = new IrqLine(bus(), index, isGranted(Grant.DMA), "irq " + identity().location() + '#' + index, handler);
            interrupts.add(line);
            return line;
        }
    }

    /**
     * Takes zeroed memory for DMA, anywhere.
     *
     * @param bytes how many; made whole pages
     * @return the memory, closed when the device is taken back
     * @throws DeviceException if {@link Grant#DMA} is not granted
     * @throws OutOfMemoryError when there are not so many consecutive frames
     */
    public DmaCoherent allocateDma(long bytes) throws DeviceException {
        return allocateDma(bytes, Long.MAX_VALUE);
    }

    /**
     * Takes zeroed memory for DMA that a device with few address lines can reach. With the first, the device may start transactions of its own.
     *
     * @param bytes how many; made whole pages
     * @param highestAddress no byte has a higher device address, such as {@code 0xffff_ffffL} for 32 lines
     * @return the memory, closed when the device is taken back
     * @throws DeviceException if {@link Grant#DMA} is not granted
     * @throws OutOfMemoryError when there are not so many consecutive frames below the address
     */
    public DmaCoherent allocateDma(long bytes, long highestAddress) throws DeviceException {
        require(Grant.DMA);
        if (bytes <= 0 || bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("DMA memory of " + bytes + " bytes; ask for 1 to " + Integer.MAX_VALUE);
        }
        try (var held = lock.lock()) {
            DmaMemory recycled = node.recycle(PageSize.ceil(bytes), highestAddress);
            DmaMemory memory = recycled != null ? recycled : bus().allocateDma(PageSize.ceil(bytes), highestAddress);
            bus().setBusMaster(true);
            DmaCoherent opened = new DmaCoherent(memory, node::quarantine);
            dma.add(opened);
            return opened;
        }
    }

    /**
     * Reads a word of the device's configuration, where capabilities are described.
     *
     * @param offset a multiple of 4; for a PCI device from 0 to 252, or to 4092 where the machine reaches that far
     * @return −1 where there is nothing
     */
    public int readConfiguration(int offset) {
        if (offset < 0 || (offset & 3) != 0) {
            throw new IllegalArgumentException("configuration is read in words: offset " + offset + " is no multiple of 4");
        }
        return bus().readConfiguration(offset);
    }

    /**
     * The queue of requests of a type, which outlives this driver.
     *
     * @param type of the requests
     * @param <R> the type
     * @return the same for every driver of the device
     */
    public <R> RequestQueue<R> requests(Class<R> type) {
        bus();
        return node.requests(type);
    }

    /** Ends everything: the device is brought to rest before its memory is given back. */
    void takeBack() {
        try (var held = lock.lock()) {
            takenBack = true;
        }
        interrupts.forEach(IrqLine::close);
        node.bus().setBusMaster(false);
        boolean forgot = node.bus().reset();
        registers.forEach(IoMem::close);
        dma.forEach(DmaCoherent::close);
        if (forgot) {
            node.endQuarantine();
        }
    }

    private BusDevice bus() {
        if (takenBack) {
            throw new IllegalStateException("device " + identity().location() + " was taken back from " + origin.bundle());
        }
        return node.bus();
    }

    private void require(Grant grant) throws DeviceException {
        bus();
        if (!isGranted(grant)) {
            StringBuilder granted = new StringBuilder();
            for (Grant other : origin.grants()) {
                granted.append(other.word()).append(',');
            }
            throw new DeviceException(origin.bundle() + " asks for " + grant.word() + " of device " + identity().location()
                    + ", which it is not granted; declare it by @RequiresGrant(\"" + grant.word() + "\"), and write -ostd-grant: " + origin.bundle() + ";grant=\""
                    + granted + grant.word() + '"');
        }
    }
}
