package org.asterism.ostd.runtime;

import org.asterism.ostd.heap.PreciseRoots;
import org.asterism.ostd.unsafe.AssemblyAddress;

/** The roots that lie in the image, by the symbols the compiler emits. */
final class ImageRoots extends PreciseRoots {
    @AssemblyAddress("asterism_static_roots_start")
    private static native long staticRootsStart();

    @AssemblyAddress("asterism_static_roots_end")
    private static native long staticRootsEnd();

    @AssemblyAddress("asterism_image_roots_start")
    private static native long imageRootsStart();

    @AssemblyAddress("asterism_image_roots_end")
    private static native long imageRootsEnd();

    @AssemblyAddress("asterism_marking")
    private static native long markingFlagAddress();

    @Override
    public long slotsStart() {
        return staticRootsStart();
    }

    @Override
    public long slotsEnd() {
        return staticRootsEnd();
    }

    @Override
    public long objectsStart() {
        return imageRootsStart();
    }

    @Override
    public long objectsEnd() {
        return imageRootsEnd();
    }

    @Override
    public long arenaStart() {
        return BootArena.start();
    }

    @Override
    public long arenaEnd() {
        return BootArena.end();
    }

    @Override
    public long markingFlag() {
        return markingFlagAddress();
    }
}
