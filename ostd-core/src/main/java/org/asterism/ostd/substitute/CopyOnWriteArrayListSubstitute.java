package org.asterism.ostd.substitute;

import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** {@link CopyOnWriteArrayList}: its clones get a lock of their own. */
@SubstituteClass(value = CopyOnWriteArrayList.class, reason = "sets its final field by reflection")
final class CopyOnWriteArrayListSubstitute {
    private CopyOnWriteArrayListSubstitute() {}

    @TargetField("lock")
    private static native void lock(Object list, Object lock);

    @SubstituteMethod(reason = "sets the field")
    static void resetLock(CopyOnWriteArrayList<?> self) {
        lock(self, new Object());
    }
}
