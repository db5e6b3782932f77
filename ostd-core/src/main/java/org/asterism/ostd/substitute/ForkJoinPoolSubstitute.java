package org.asterism.ostd.substitute;

import java.util.concurrent.ForkJoinPool;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The one method of {@link ForkJoinPool} that locks use: there are no pools to tell that a task blocks. */
@SubstituteClass(value = ForkJoinPool.class, reason = "there are no pools of worker threads")
final class ForkJoinPoolSubstitute {
    private ForkJoinPoolSubstitute() {}

    @SubstituteMethod(reason = "blocks without compensation")
    static void managedBlock(ForkJoinPool.ManagedBlocker blocker) throws InterruptedException {
        boolean done = blocker.isReleasable();
        while (!done) {
            done = blocker.block() || blocker.isReleasable();
        }
    }
}
