package org.asterism.test;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A component that needs another. */
@Component
public final class CounterUser {
    private final Counter counter;

    /**
     * Takes what it counts with.
     *
     * @param counter asked for each number
     */
    @Activate
    public CounterUser(@Reference Counter counter) {
        this.counter = counter;
    }

    long twice() {
        return counter.next() + counter.next();
    }
}
