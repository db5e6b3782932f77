package org.asterism.ostd.substitute;

import java.util.Properties;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@code GetPropertyAction}: an image has no properties but the constants of {@link SystemSubstitute}. */
@SubstituteClass(className = "sun.security.action.GetPropertyAction", reason = "reads the properties of a JVM")
final class GetPropertyActionSubstitute {
    private GetPropertyActionSubstitute() {}

    @SubstituteMethod(reason = "constants")
    static String privilegedGetProperty(String key) {
        return System.getProperty(key);
    }

    @SubstituteMethod(reason = "constants")
    static String privilegedGetProperty(String key, String otherwise) {
        return System.getProperty(key, otherwise);
    }

    @SubstituteMethod(reason = "none is set")
    static Properties privilegedGetProperties() {
        return new Properties();
    }
}
