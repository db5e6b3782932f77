package org.asterism.ostd.substitute;

import java.util.Formatter;
import java.util.Locale;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetMethod;

/** {@link Formatter}: an image has the digits and separators of {@link Locale#US} alone. */
@SubstituteClass(value = Formatter.class, reason = "asks locale data for digits")
final class FormatterSubstitute {
    private static final String DIGITS = "the digits of Locale.US";

    private FormatterSubstitute() {}

    @SubstituteMethod(reason = DIGITS)
    static char zero(Formatter self) {
        return '0';
    }

    /** One conversion. */
    @SubstituteClass(className = "java.util.Formatter$FormatSpecifier", reason = "asks locale data for digits and separators")
    static final class Specifier {
        private Specifier() {}

        @TargetMethod("localizedMagnitude")
        private static native StringBuilder original(Object self, StringBuilder text, CharSequence value, int offset, Object flags, int width, Locale locale);

        @SubstituteMethod(reason = DIGITS)
        static char getZero(Object self, Locale locale) {
            return '0';
        }

        @SubstituteMethod(reason = "the separators of Locale.US")
        static StringBuilder localizedMagnitude(Object self, StringBuilder text, CharSequence value, int offset, Object flags, int width, Locale locale) {
            return original(self, text, value, offset, flags, width, Locale.US);
        }
    }
}
