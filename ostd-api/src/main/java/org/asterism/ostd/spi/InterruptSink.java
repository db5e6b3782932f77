package org.asterism.ostd.spi;

import org.asterism.ostd.effect.NoAllocation;
import org.asterism.ostd.effect.NoBlocking;

/** Who is told of a device's interrupt. */
@FunctionalInterface
public interface InterruptSink {
    /** The interrupt came and was acknowledged. Called in atomic context, never inside the interrupt itself. */
    @NoAllocation
    @NoBlocking
    void raise();
}
