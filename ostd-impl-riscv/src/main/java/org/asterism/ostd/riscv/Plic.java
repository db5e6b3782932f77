package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.DeviceInterrupts;
import org.asterism.ostd.bare.Uart16550;
import org.asterism.ostd.effect.InterruptSafe;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.unsafe.Address;

/**
 * The platform-level interrupt controller (RISC-V PLIC specification 1.0.0), as the supervisor mode of the boot processor sees it. A source that was
 * claimed does not come again until it is completed: for devices, when it is unmasked.
 */
final class Plic extends DeviceInterrupts {
    private static final int ENABLE = 0x2000;
    private static final int ENABLE_STRIDE = 0x80;
    private static final int CONTEXT = 0x20_0000;
    private static final int CONTEXT_STRIDE = 0x1000;
    private static final int CLAIM = 4;
    /** Most of its registers that are used lie in three pages. */
    private static final int MOST_PORTS = 2;

    private final long base;
    private final long enable;
    private final long claim;
    private final Uart16550[] ports = new Uart16550[MOST_PORTS];
    private final int[] sources = new int[MOST_PORTS];

    /**
     * Takes the controller over: every source is let through whatever its priority, once it is enabled.
     *
     * @param base    address of its registers
     * @param context number of the boot processor's supervisor mode
     */
    Plic(long base, int context) {
        this.base = base;
        enable = base + ENABLE + (long) context * ENABLE_STRIDE;
        long threshold = base + CONTEXT + (long) context * CONTEXT_STRIDE;
        claim = threshold + CLAIM;
        Address.storeInt(threshold, 0);
    }

    /** The offset of a page of registers that a context uses, by number 0 to 2. */
    static long page(int number, int context) {
        return switch (number) {
            case 0 -> 0;
            case 1 -> ENABLE + (long) context * ENABLE_STRIDE & -4096;
            default -> CONTEXT + (long) context * CONTEXT_STRIDE;
        };
    }

    /** Has a port's interrupt take its input in. */
    void serve(int source, Uart16550 port) {
        int free = ports[0] == null ? 0 : 1;
        sources[free] = source;
        ports[free] = port;
        unmask(source, 0);
    }

    @Override
    protected void unmask(int source, int index) {
        Address.storeInt(base + 4L * source, 1);
        enable(source, -1);
        Address.storeInt(claim, source);
    }

    /** Completed first: of a source that is not enabled, the controller takes no completion. */
    @Override
    protected void mask(int source, int index) {
        Address.storeInt(claim, source);
        enable(source, 0);
    }

    private void enable(int source, int bits) {
        long word = enable + (source >> 5) * 4L;
        int bit = 1 << source;
        Address.storeInt(word, Address.loadInt(word) & ~bit | bits & bit);
    }

    /** Serves every interrupt that is pending. Touches raw memory only. */
    @InterruptSafe
    void serve() {
        for (int source = Address.loadInt(claim); source != 0; source = Address.loadInt(claim)) {
            int index = indexOf(source);
            if (index >= 0) {
                mark(index);
                continue;
            }
            for (int i = 0; i < MOST_PORTS; i++) {
                if (sources[i] == source) {
                    ports[i].pump();
                    DeferredWork.request();
                }
            }
            Address.storeInt(claim, source);
        }
    }
}
