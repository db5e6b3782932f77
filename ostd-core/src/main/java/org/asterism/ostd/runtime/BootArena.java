package org.asterism.ostd.runtime;

import org.asterism.ostd.unsafe.Address;
import org.asterism.ostd.unsafe.AssemblyAddress;
import org.asterism.ostd.unsafe.ObjectLayout;

/**
 * Where objects come from before the heap starts: a zeroed piece of the image, between the symbols {@code asterism_boot_arena_start} and
 * {@code _end} that each {@code ostd-impl-*} defines (16-byte aligned, 256 KiB is plenty). Never freed, scanned as a root. One task,
 * no interrupts.
 */
final class BootArena {
    private static long used;

    private BootArena() {}

    /** Where the first object lies. */
    @AssemblyAddress("asterism_boot_arena_start")
    static native long start();

    @AssemblyAddress("asterism_boot_arena_end")
    private static native long limit();

    /** The end of the last object. */
    static long end() {
        return start() + used;
    }

    static long allocate(long bytes, long metadata, int length) {
        long object = end();
        if (object + bytes > limit()) {
            throw Abort.because("the boot arena is full before the heap started; allocate less or make it larger; bytes wanted", bytes);
        }
        // SAFETY: the arena is zero, and the bytes from its used end on belong to nobody.
        used += bytes;
        Address.storeInt(object + ObjectLayout.ARRAY_LENGTH, length);
        Address.storeLong(object + ObjectLayout.CLASS_POINTER, metadata);
        return object;
    }
}
