package org.asterism.ostd.substitute;

import java.lang.ref.PhantomReference;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link PhantomReference}: asks the way {@link ReferenceSubstitute} does. */
@SubstituteClass(value = PhantomReference.class, reason = "native")
final class PhantomReferenceSubstitute {
    private PhantomReferenceSubstitute() {}

    @SubstituteMethod(reason = "native")
    static boolean refersTo0(PhantomReference<?> self, Object object) {
        return ReferenceSubstitute.refersTo0(self, object);
    }
}
