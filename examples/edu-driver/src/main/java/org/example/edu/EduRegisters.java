package org.example.edu;

/** Registers of the device, by offset, and their bits. */
final class EduRegisters {
    /** Major and minor version, and {@code 0xed} in the lowest byte. */
    static final int IDENTIFICATION = 0x00;
    /** Reads as the complement of what was written. */
    static final int LIVENESS = 0x04;
    /** Takes a number, gives its factorial. */
    static final int FACTORIAL = 0x08;
    static final int STATUS = 0x20;
    /** Why it interrupts: {@link #FACTORIAL_DONE}, {@link #DMA_DONE}. */
    static final int INTERRUPT_STATUS = 0x24;
    /** Takes the bits that were seen. */
    static final int INTERRUPT_ACKNOWLEDGE = 0x64;
    static final int DMA_SOURCE = 0x80;
    static final int DMA_DESTINATION = 0x88;
    static final int DMA_COUNT = 0x90;
    static final int DMA_COMMAND = 0x98;

    /** Status: interrupt when a factorial is done. */
    static final int STATUS_INTERRUPT = 0x80;
    static final int FACTORIAL_DONE = 0x001;
    static final int DMA_DONE = 0x100;
    static final int DMA_START = 0x01;
    static final int DMA_TO_MEMORY = 0x02;
    static final int DMA_INTERRUPT = 0x04;

    /** Where the device's own memory is for its DMA engine. */
    static final long DEVICE_BUFFER = 0x4_0000;
    static final int DEVICE_BUFFER_BYTES = 4096;
    /** The device has 28 address lines, unless QEMU is told {@code dma_mask}. */
    static final int ADDRESS_BITS = 28;

    private EduRegisters() {
    }
}
