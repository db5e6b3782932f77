package org.asterism.measure;

/**
 * One run of an item.
 *
 * @param nanos processor time of the run
 * @param operations in the run
 * @param checksum of what was computed
 */
record Sample(long nanos, int operations, long checksum) {
    double nanosPerOperation() {
        return (double) nanos / operations;
    }

    /** Reads the answer of a contestant. */
    static Sample parse(String line) {
        String[] words = line.split(" ");
        return new Sample(Long.parseLong(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
    }
}
