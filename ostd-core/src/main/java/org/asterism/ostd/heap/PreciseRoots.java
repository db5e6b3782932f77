package org.asterism.ostd.heap;

/**
 * The roots outside stacks and what else the heap shares with generated code: reference slots of the image and objects that are never freed but may refer to the heap. All bounds are
 * addresses, and an end is the byte after the last.
 */
public abstract class PreciseRoots {
    /** For implementations. */
    protected PreciseRoots() {}

    /**
     * Where the array of static reference slots begins.
     *
     * @return an address, 8-byte aligned
     */
    public abstract long slotsStart();

    /**
     * Where it ends.
     *
     * @return an address
     */
    public abstract long slotsEnd();

    /**
     * Where the array of addresses of immortal objects with mutable reference fields begins.
     *
     * @return an address, 8-byte aligned
     */
    public abstract long objectsStart();

    /**
     * Where it ends.
     *
     * @return an address
     */
    public abstract long objectsEnd();

    /**
     * Where the boot arena begins: objects one after the other, each 16-byte aligned, allocated before the heap started.
     *
     * @return an address
     */
    public abstract long arenaStart();

    /**
     * The end of the last object in the boot arena.
     *
     * @return an address
     */
    public abstract long arenaEnd();

    /**
     * Where the flag lies that stores of references test: 4 bytes, not 0 while the collector must be told of them.
     *
     * @return an address
     */
    public abstract long markingFlag();
}
