package org.asterism.ostd.substitute;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetField;

/** {@link Random}: its class needs reflection only for serialisation. */
@SubstituteClass(value = Random.class, reason = "finds the offset of its seed by reflection")
final class RandomSubstitute {
    private RandomSubstitute() {}

    @TargetField("seedUniquifier")
    private static native void seedUniquifier(AtomicLong seeds);

    @SubstituteMethod(name = "<clinit>", reason = "serialisation is not part of an image")
    static void initialize() {
        seedUniquifier(new AtomicLong(System.nanoTime() | 1));
    }
}
