package org.asterism.ostd.substitute;

import java.util.Locale;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@link Locale}: the default of an image. */
@SubstituteClass(value = Locale.class, reason = "reads its defaults from properties")
final class LocaleSubstitute {
    private static final String ONE = "there are no properties; an image formats as Locale.US does";

    private LocaleSubstitute() {}

    @SubstituteMethod(reason = ONE)
    static Locale initDefault() {
        return Locale.US;
    }

    @SubstituteMethod(reason = ONE)
    static Locale initDefault(Locale.Category category) {
        return Locale.US;
    }
}
