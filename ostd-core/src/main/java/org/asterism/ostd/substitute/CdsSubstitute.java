package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@code jdk.internal.misc.CDS}: there is no archive of classes. */
@SubstituteClass(className = "jdk.internal.misc.CDS", reason = "there is no class data archive")
final class CdsSubstitute {
    private static final String NO_ARCHIVE = "no archive";

    private CdsSubstitute() {}

    @SubstituteMethod(reason = NO_ARCHIVE)
    static boolean isDumpingClassList0() {
        return false;
    }

    @SubstituteMethod(reason = NO_ARCHIVE)
    static boolean isDumpingArchive0() {
        return false;
    }

    @SubstituteMethod(reason = NO_ARCHIVE)
    static boolean isSharingEnabled0() {
        return false;
    }

    @SubstituteMethod(reason = NO_ARCHIVE)
    static void initializeFromArchive(Class<?> type) {
        // nothing archived
    }

    @SubstituteMethod(reason = NO_ARCHIVE)
    static long getRandomSeedForDumping() {
        return 0;
    }
}
