package org.asterism.ostd.riscv;

import org.asterism.ostd.bare.Uart16550;
import org.asterism.ostd.scheduling.DeferredWork;
import org.asterism.ostd.unsafe.Address;

/** The platform-level interrupt controller (RISC-V PLIC specification 1.0.0), as the supervisor mode of the boot processor sees it. */
final class Plic {
    private static final int ENABLE = 0x2000;
    private static final int ENABLE_STRIDE = 0x80;
    private static final int CONTEXT = 0x20_0000;
    private static final int CONTEXT_STRIDE = 0x1000;
    private static final int CLAIM = 4;
    /** Most of its registers that are used lie in three pages. */
    private static final int MOST_PORTS = 2;

    private final long base;
    private final int context;
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
        this.context = context;
        Address.storeInt(base + CONTEXT + (long) context * CONTEXT_STRIDE, 0);
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
        Address.storeInt(base + 4L * source, 1);
        long enable = base + ENABLE + (long) context * ENABLE_STRIDE + (source >> 5) * 4L;
        Address.storeInt(enable, Address.loadInt(enable) | 1 << source);
    }

    /** Serves every interrupt that is pending. Touches raw memory only. */
    void serve() {
        long claim = base + CONTEXT + (long) context * CONTEXT_STRIDE + CLAIM;
        for (int source = Address.loadInt(claim); source != 0; source = Address.loadInt(claim)) {
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
