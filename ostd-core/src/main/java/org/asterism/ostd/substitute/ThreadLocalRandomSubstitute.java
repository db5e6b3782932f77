package org.asterism.ostd.substitute;

import java.util.concurrent.ThreadLocalRandom;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The probes by which concurrent maps and adders spread contention, kept in the Thread of a task. */
@SubstituteClass(value = ThreadLocalRandom.class, reason = "seeds itself from properties and clocks when first touched")
final class ThreadLocalRandomSubstitute {
    private static final String PROBE = "the probe is made with the Thread";

    private ThreadLocalRandomSubstitute() {}

    @SubstituteMethod(reason = PROBE)
    static int getProbe() {
        return ThreadSubstitute.probe(Thread.currentThread());
    }

    @SubstituteMethod(reason = PROBE)
    static void localInit() {
        // made with the Thread
    }

    @SubstituteMethod(reason = PROBE)
    static int advanceProbe(int probe) {
        int next = scrambled(probe);
        ThreadSubstitute.probe(Thread.currentThread(), next);
        return next;
    }

    @SubstituteMethod(reason = PROBE)
    static int nextSecondarySeed() {
        Thread thread = Thread.currentThread();
        int seed = ThreadSubstitute.secondarySeed(thread);
        int next = scrambled(seed == 0 ? ThreadSubstitute.probe(thread) : seed);
        ThreadSubstitute.secondarySeed(thread, next);
        return next;
    }

    /** Marsaglia's xorshift: never 0 for what is not 0. */
    private static int scrambled(int value) {
        int x = value;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x;
    }
}
