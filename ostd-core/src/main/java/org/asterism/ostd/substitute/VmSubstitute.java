package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@code jdk.internal.misc.VM}: started from the first instruction. */
@SubstituteClass(className = "jdk.internal.misc.VM", reason = "follows the start of a JVM")
final class VmSubstitute {
    private static final String NO_JVM = "there is no JVM to start";

    private VmSubstitute() {}

    @SubstituteMethod(name = "<clinit>", reason = NO_JVM)
    static void initialize() {
        // nothing to prepare
    }

    @SubstituteMethod(reason = NO_JVM)
    static boolean isBooted() {
        return true;
    }

    @SubstituteMethod(reason = NO_JVM)
    static boolean isModuleSystemInited() {
        return true;
    }

    @SubstituteMethod(reason = NO_JVM)
    static String getSavedProperty(String name) {
        return null;
    }
}
