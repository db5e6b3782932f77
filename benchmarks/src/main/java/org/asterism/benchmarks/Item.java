package org.asterism.benchmarks;

/** One thing that is measured. */
interface Item {
    /** Its name on the command line; also that of its C file. */
    String name();

    /** How many operations one {@link #run} makes; times are given for one of them. */
    int operations();

    /** Does the work and returns its checksum, the same each time. */
    long run();
}
