package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@code SharedSecrets}: the one accessor that strings and threads need, set as the class is initialised. */
@SubstituteClass(className = "jdk.internal.access.SharedSecrets", reason = "its accessors are set while a JVM starts")
final class SharedSecretsSubstitute {
    private SharedSecretsSubstitute() {}

    @SubstituteMethod(name = "<clinit>", reason = "System sets the accessor when a JVM starts")
    static void initialize() {
        SystemSubstitute.setJavaLangAccess();
    }
}
