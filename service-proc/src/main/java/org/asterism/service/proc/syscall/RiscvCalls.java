package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.cpu.Processors;
import org.asterism.ostd.mm.VmSpace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What only RISC-V has. Source: Documentation/arch/riscv/hwprobe.rst, riscv_flush_icache(2). */
@Component(service = SyscallProvider.class)
public final class RiscvCalls implements SyscallProvider {
    /** Flush for the calling thread only: with one processor the same. */
    private static final long FLUSH_LOCAL = 1;
    private static final int PAIR_BYTES = 16;
    private static final int VALUE = 8;
    private static final int MASK_BYTES = 8;
    private static final long UNKNOWN = -1;
    private static final int KEY_BASE_BEHAVIOR = 3;
    private static final int KEY_EXTENSIONS = 4;
    private static final int KEY_MISALIGNED_ACCESS = 5;
    private static final long BEHAVES_AS_IMA = 1;
    private static final long HAS_FD = 1;
    private static final long HAS_C = 1 << 1;
    private static final long SPEED_UNKNOWN = 0;

    /** Decodes for programs of this architecture. */
    @Activate
    public RiscvCalls() {
    }

    /**
     * riscv_flush_icache(2): what was written before is what is executed afterwards.
     *
     * @param thread the caller
     * @param start ignored, as on Linux
     * @param end ignored, as on Linux
     * @param flags SYS_RISCV_FLUSH_ICACHE_LOCAL or 0
     * @return 0
     * @throws KernelException {@code EINVAL}
     */
    @Syscall("riscv_flush_icache")
    public long flushInstructions(UserThread thread, long start, long end, long flags) throws KernelException {
        if ((flags & ~FLUSH_LOCAL) != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        // entering an address space synchronizes the fetch of instructions with stores
        VmSpace.deactivate();
        thread.addressSpace().activate();
        return 0;
    }

    /**
     * riscv_hwprobe(2).
     *
     * @param thread the caller
     * @param pairs keys, for which values are filled in; unknown keys become −1
     * @param count how many
     * @param setBytes length of the set of processors; 0 with no set for all
     * @param set of processors
     * @param flags none are known
     * @return 0
     * @throws KernelException {@code EINVAL}, {@code EFAULT}
     */
    @Syscall(value = "riscv_hwprobe", partial = "vendor, architecture and implementation are unknown keys")
    public long probe(UserThread thread, long pairs, long count, long setBytes, long set, int flags) throws KernelException {
        if (flags != 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (setBytes != 0 || set != 0) {
            requireProcessor(set, (int) Math.min(Math.max(setBytes, 0), MASK_BYTES));
        }
        for (long i = 0; i < count; i++) {
            long pair = pairs + i * PAIR_BYTES;
            long key = UserData.readLong(pair);
            long value = value(key);
            UserData.writeLong(pair, value == UNKNOWN ? UNKNOWN : key);
            UserData.writeLong(pair + VALUE, value == UNKNOWN ? 0 : value);
        }
        return 0;
    }

    private static void requireProcessor(long set, int bytes) throws KernelException {
        byte[] mask = UserData.read(set, bytes);
        for (int i = 0; i < Math.min(Processors.count(), bytes * Byte.SIZE); i++) {
            if ((mask[i / Byte.SIZE] & 1 << i % Byte.SIZE) != 0) {
                return;
            }
        }
        throw KernelException.of(Errno.EINVAL);
    }

    private static long value(long key) {
        if (key == KEY_BASE_BEHAVIOR) {
            return BEHAVES_AS_IMA;
        }
        if (key == KEY_EXTENSIONS) {
            return HAS_FD | HAS_C;
        }
        return key == KEY_MISALIGNED_ACCESS ? SPEED_UNKNOWN : UNKNOWN;
    }
}
