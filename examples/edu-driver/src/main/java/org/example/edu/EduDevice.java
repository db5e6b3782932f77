package org.example.edu;

import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.io.IoMem;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.sync.WaitResult;
import org.asterism.ostd.time.Clock;

/** A device in operation. Does one thing at a time; whoever asks waits for the interrupt. */
final class EduDevice implements DriverInstance {
    private static final int EDU = 0xed;
    private static final int PATTERN = 0x5a5a_1234;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final IoMem registers;
    /** Null if the machine has no memory that the device reaches. */
    private final DmaCoherent buffer;
    private final Mutex lock = new Mutex();
    private final WaitQueue changed = new WaitQueue();
    /** What the device has told by interrupts since the last order. */
    private volatile int told;
    private boolean resting;

    /** Takes the device into operation, if it is what it says; its DMA engine has so many address lines. */
    EduDevice(Device device, int addressBits) throws DeviceException {
        registers = device.openRegisters(0);
        int identification = registers.read32(EduRegisters.IDENTIFICATION);
        registers.write32(EduRegisters.LIVENESS, PATTERN);
        if ((identification & 0xff) != EDU || registers.read32(EduRegisters.LIVENESS) != ~PATTERN) {
            throw new DeviceException("no edu device answers: it identifies itself as 0x" + Integer.toHexString(identification));
        }
        buffer = reachable(device, addressBits);
        device.openInterrupt(0, this::interrupted);
    }

    private static DmaCoherent reachable(Device device, int addressBits) throws DeviceException {
        try {
            return device.allocateDma(EduRegisters.DEVICE_BUFFER_BYTES, (1L << addressBits) - 1);
        } catch (OutOfMemoryError none) {
            Log.warning("edu: no memory with addresses of " + addressBits + " bits, so the device computes, but copies nothing; give QEMU's edu a longer"
                    + " dma_mask, and this driver as many dmaAddressBits");
            return null;
        }
    }

    /** The factorial of a number, modulo 2^32. */
    int factorial(int number) throws DeviceException {
        try (var held = lock.lock()) {
            begin();
            registers.write32(EduRegisters.STATUS, EduRegisters.STATUS_INTERRUPT);
            registers.write32(EduRegisters.FACTORIAL, number);
            await(EduRegisters.FACTORIAL_DONE);
            return registers.read32(EduRegisters.FACTORIAL);
        }
    }

    /** Has the device copy bytes into its memory and back; returns what came back. */
    byte[] echo(byte[] bytes) throws DeviceException {
        if (buffer == null) {
            throw new DeviceException("the device reaches no memory of this machine");
        }
        try (var held = lock.lock()) {
            buffer.write(0, bytes, 0, bytes.length);
            copy(buffer.deviceAddress(), EduRegisters.DEVICE_BUFFER, bytes.length, 0);
            buffer.write(0, new byte[bytes.length], 0, bytes.length);
            copy(EduRegisters.DEVICE_BUFFER, buffer.deviceAddress(), bytes.length, EduRegisters.DMA_TO_MEMORY);
            byte[] back = new byte[bytes.length];
            buffer.read(0, back, 0, back.length);
            return back;
        }
    }

    /** What is being done is finished first; nothing else begins. */
    @Override
    public void quiesce() {
        try (var held = lock.lock()) {
            resting = true;
            registers.write32(EduRegisters.STATUS, 0);
        }
    }

    private void copy(long from, long to, int bytes, int direction) throws DeviceException {
        begin();
        registers.write32(EduRegisters.DMA_SOURCE, (int) from);
        registers.write32(EduRegisters.DMA_DESTINATION, (int) to);
        registers.write32(EduRegisters.DMA_COUNT, bytes);
        registers.write32(EduRegisters.DMA_COMMAND, EduRegisters.DMA_START | EduRegisters.DMA_INTERRUPT | direction);
        await(EduRegisters.DMA_DONE);
    }

    private void begin() throws DeviceException {
        if (resting) {
            throw new DeviceException("the device has come to rest");
        }
        told = 0;
    }

    private void await(int event) throws DeviceException {
        if (changed.await(() -> (told & event) != 0, null, Clock.monotonicNanos() + PATIENCE_NANOS) != WaitResult.SATISFIED) {
            throw new DeviceException("the device did not interrupt for 5 seconds");
        }
    }

    /** Runs in the interrupt's own task. */
    private void interrupted() {
        int status = registers.read32(EduRegisters.INTERRUPT_STATUS);
        registers.write32(EduRegisters.INTERRUPT_ACKNOWLEDGE, status);
        told |= status;
        changed.wakeAll();
    }
}
