package org.asterism.ostd.host;

import org.asterism.ostd.arch.AddressTranslation;

/** The simulated processor walks the tables at each access: there is nothing to flush. */
final class HostTranslation extends AddressTranslation {
    @Override
    public void initializeRoot(long root) {
        // the simulated kernel has no half of its own in user tables
    }

    @Override
    public void activate(long root) {
        // the running task names its space
    }

    @Override
    public void flush(long root, long start, long end) {
        // nothing is remembered
    }

    @Override
    public void flushKernel(long start, long end) {
        // nothing is remembered
    }
}
