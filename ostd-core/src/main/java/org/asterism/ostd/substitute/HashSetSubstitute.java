package org.asterism.ostd.substitute;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** {@link HashSet} of a collection, sized in integers. */
@SubstituteClass(value = HashSet.class, reason = "sizes its map in floating point")
final class HashSetSubstitute {
    private HashSetSubstitute() {}

    @TargetField("map")
    private static native void map(Object set, HashMap<?, ?> map);

    @SubstituteMethod(name = "<init>", reason = "load factor in integers")
    static <E> void create(HashSet<E> self, Collection<? extends E> elements) {
        int size = elements.size();
        map(self, new HashMap<E, Object>(Math.max(size < 1 << 29 ? size + size / 3 + 1 : 1 << 30, 16)));
        self.addAll(elements);
    }
}
