package org.asterism.ostd.bus;

/** A kind of resource that a bundle may take, if the kernel's descriptor grants it: {@code -ostd-grant: org.example.disk;grant="mmio,irq"}. */
public enum Grant {
    /** Registers in memory. */
    MMIO("mmio"),
    /** Registers behind ports. */
    PORT("port"),
    /** Interrupts: without {@link #DMA} by a line only, because a message is a store of the device. */
    IRQ("irq"),
    /**
     * Memory that the device reads and writes by itself. No IOMMU confines a device yet, so a driver that misprograms it can overwrite anything: a
     * bundle with this grant is <em>trusted for DMA</em>, and {@code asterism inspect} counts it so.
     */
    DMA("dma");

    private final String word;

    Grant(String word) {
        this.word = word;
    }

    /**
     * How a descriptor writes it.
     *
     * @return such as {@code mmio}
     */
    public String word() {
        return word;
    }
}
