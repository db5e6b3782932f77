package org.asterism.service.mm;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.mm.VmSpace;

/** Arithmetic on ranges of addresses that programs pass: any value, no overflow. */
final class Ranges {
    private Ranges() {
    }

    /** Whether {@code [address, address + length)} lies below the end of user addresses, both taken as unsigned. */
    static boolean isUserRange(long address, long length) {
        long end = VmSpace.maximumAddress();
        return address >= 0 && address <= end && length >= 0 && length <= end - address;
    }

    /** The end of a range whose length is rounded up to pages; fails with {@code error} if it wraps or is empty after rounding. */
    static long end(long address, long length, Errno error) throws KernelException {
        long end = address + PageSize.ceil(length);
        if (Long.compareUnsigned(end, address) <= 0) {
            throw KernelException.of(error);
        }
        return end;
    }
}
