package org.asterism.ostd.substitute;

import java.lang.ref.Reference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;
import org.asterism.ostd.unsafe.TargetMethod;

/** {@link Reference}: the collector clears it, and queues ask for what was cleared, so that no handler thread is needed. */
@SubstituteClass(value = Reference.class, reason = "its natives and its handler thread belong to the JVM")
final class ReferenceSubstitute {
    private ReferenceSubstitute() {}

    @TargetField("referent")
    private static native Object referent(Object reference);

    @TargetField("referent")
    private static native void referent(Object reference, Object object);

    /** Puts a cleared reference into its queue, as the handler thread of a JVM does. */
    @TargetMethod("enqueueFromPending")
    static native void enqueueFromPending(Reference<?> self);

    @SubstituteMethod(name = "<clinit>", reason = "starts the handler thread")
    static void initialize() {
        // queues collect what was cleared when they are asked
    }

    @SubstituteMethod(reason = "native")
    static boolean refersTo0(Reference<?> self, Object object) {
        return referent(self) == object;
    }

    @SubstituteMethod(reason = "native")
    static void clear0(Reference<?> self) {
        referent(self, null);
    }
}
