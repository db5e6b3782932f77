package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The figures of {@link Runtime}. */
@SubstituteClass(value = Runtime.class, reason = "natives")
final class RuntimeSubstitute {
    private static final String NATIVE = "native";

    private RuntimeSubstitute() {}

    @SubstituteMethod(reason = NATIVE)
    static int availableProcessors(Runtime self) {
        return 1;
    }

    @SubstituteMethod(reason = NATIVE)
    static long freeMemory(Runtime self) {
        return ManagedHeap.heldBytes() - ManagedHeap.usedBytes();
    }

    @SubstituteMethod(reason = NATIVE)
    static long totalMemory(Runtime self) {
        return ManagedHeap.heldBytes();
    }

    @SubstituteMethod(reason = NATIVE)
    static long maxMemory(Runtime self) {
        return ManagedHeap.limitBytes();
    }

    @SubstituteMethod(reason = NATIVE)
    static void gc(Runtime self) {
        ManagedHeap.collect();
    }

    @SubstituteMethod(reason = "there are no finalizers")
    static void runFinalization(Runtime self) {
        // nothing waits for one
    }
}
