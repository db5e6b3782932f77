package org.asterism.test;

import org.asterism.ostd.time.Clock;
import org.osgi.service.component.annotations.Component;

/** A component on the class path. */
@Component
public final class TickingCounter implements Counter {
    private long last;

    /** Made by the kit. */
    public TickingCounter() {
    }

    @Override
    public long next() {
        last = Math.max(last + 1, Clock.monotonicNanos());
        return last;
    }
}
