package org.asterism.aot;

/** Told how far a compilation is. */
@FunctionalInterface
public interface CompilationListener {
    /**
     * A stage has ended.
     *
     * @param line what it did and how long it took
     */
    void stage(String line);

    /**
     * The C compiler works; called about once a second.
     *
     * @param done units that are ready
     * @param total units of the image
     * @param compiled those of the ready ones that were not in the cache
     */
    default void units(int done, int total, int compiled) {
    }
}
