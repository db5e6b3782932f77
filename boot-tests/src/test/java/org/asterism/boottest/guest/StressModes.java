package org.asterism.boottest.guest;

import java.util.List;
import java.util.stream.Stream;

/**
 * Words of a kernel's command line that make rare things common: collections at every few allocations, freed cells overwritten, tasks
 * preempted every few microseconds, a small heap. What a program prints must not change. docs/runtime.md says what each word does.
 */
public final class StressModes {
    /** Modes that the tests of every build run under. */
    public static final List<String> COLLECTOR = List.of("heap.every=300 heap.poison heap.verify", "heap.step=150 heap.poison", "heap.step=2000 heap.verify");
    private static final List<String> PREEMPTION = List.of("preempt.every=2000", "preempt.every=20000 heap.every=500 heap.verify",
            "preempt.every=5000 heap.step=500 heap.poison");
    private static final List<String> LIMITS = List.of("heap.limit=4M", "heap.limit=6M", "heap.limit=8M heap.step=1000 heap.poison", "heap.limit=12M",
            "heap.limit=16M heap.every=1000 heap.verify");

    private StressModes() {}

    /**
     * All modes.
     *
     * @param seed of the preemptions
     * @return words for {@code asterism run --append}, one text a mode
     */
    public static List<String> all(long seed) {
        Stream<String> seeded = PREEMPTION.stream().map(mode -> mode + " preempt.seed=" + seed);
        return Stream.of(COLLECTOR.stream(), seeded, LIMITS.stream()).flatMap(modes -> modes).toList();
    }
}
