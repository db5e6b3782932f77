package org.asterism.ostd.substitute;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.asterism.ostd.runtime.ManagedHeap;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetMethod;

/** {@link ReferenceQueue}: before it is asked, the references that collections have cleared are enqueued. */
@SubstituteClass(value = ReferenceQueue.class, reason = "references are enqueued on demand, without a handler thread")
final class ReferenceQueueSubstitute {
    private ReferenceQueueSubstitute() {}

    @TargetMethod("poll")
    private static native Reference<?> originalPoll(ReferenceQueue<?> self);

    @SubstituteMethod(reason = "enqueues first what was cleared")
    static Reference<?> poll(ReferenceQueue<?> self) {
        Reference<?> cleared = ManagedHeap.takeClearedReference();
        while (cleared != null) {
            ReferenceSubstitute.enqueueFromPending(cleared); // what a subclass has for enqueue() is for Java code alone
            cleared = ManagedHeap.takeClearedReference();
        }
        return originalPoll(self);
    }
}
