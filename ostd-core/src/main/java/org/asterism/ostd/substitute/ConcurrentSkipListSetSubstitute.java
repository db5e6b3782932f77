package org.asterism.ostd.substitute;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** {@link ConcurrentSkipListSet}: its clones get a map of their own. */
@SubstituteClass(value = ConcurrentSkipListSet.class, reason = "sets its final field by reflection")
final class ConcurrentSkipListSetSubstitute {
    private ConcurrentSkipListSetSubstitute() {}

    @TargetField("m")
    private static native void map(Object set, ConcurrentNavigableMap<?, ?> map);

    @SubstituteMethod(reason = "sets the field")
    static void setMap(ConcurrentSkipListSet<?> self, ConcurrentNavigableMap<?, ?> map) {
        map(self, map);
    }
}
