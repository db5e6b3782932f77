package org.asterism.kernel.vfs;

/** Takes directory entries. */
@FunctionalInterface
public interface DirectorySink {
    /**
     * Takes an entry.
     *
     * @param name its name
     * @param inode its inode number
     * @param mode of which the type counts
     * @param next the position after it: stable, whatever happens to other entries
     * @return whether it was taken; false if the sink is full
     */
    boolean accept(String name, long inode, int mode, long next);
}
