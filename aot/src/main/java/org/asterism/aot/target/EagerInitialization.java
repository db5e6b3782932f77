package org.asterism.aot.target;

import org.asterism.aot.world.Bundle;

/** Which classes are initialised before the program of an image starts; all others are at their first use. */
public enum EagerInitialization {
    /** None, as in a JVM. */
    NONE,
    /** Those of {@code java.base} and of privileged bundles, whose order no program sees. */
    RUNTIME,
    /** Every class. */
    ALL;

    /** Whether the classes of a bundle are initialised before the program starts. */
    public boolean includes(Bundle bundle) {
        return this == ALL || this == RUNTIME && (bundle.privileged() || bundle.isJavaBase());
    }
}
