package org.asterism.ostd.substitute;

import java.lang.ref.Reference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** {@link Reference}: the collector clears it, and queues ask for what was cleared, so that no handler thread is needed. */
@SubstituteClass(value = Reference.class, reason = "its natives and its handler thread belong to the JVM")
final class ReferenceSubstitute {
    private ReferenceSubstitute() {}

    @TargetField("referent")
    private static native Object referent(Object reference);

    @TargetField("referent")
    private static native void referent(Object reference, Object object);

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
