package org.asterism.ostd.substitute;

import org.asterism.ostd.runtime.StringTable;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;
import org.asterism.ostd.unsafe.TargetMethod;

/** {@link String}: case conversions in the root locale, and the table behind intern. */
@SubstituteClass(value = String.class, reason = "asks for the default locale, and the JVM's string table")
final class StringSubstitute {
    private StringSubstitute() {}

    /** Access to the case mappings of {@link Character} that may give several characters. */
    @SubstituteClass(value = Character.class, reason = "full case mappings")
    static final class CaseMappings {
        /** The result of {@link #upper} where one character becomes several. */
        static final int SEVERAL = 0xFFFF_FFFF;

        private CaseMappings() {}

        @TargetMethod("toUpperCaseEx")
        static native int upper(int codePoint);

        @TargetMethod("toUpperCaseCharArray")
        static native char[] uppers(int codePoint);
    }

    @SubstituteMethod(reason = "native")
    static String intern(String self) {
        return StringTable.intern(self);
    }

    @SubstituteMethod(whereCut = true, reason = "messages of exceptions, where the profile holds no Formatter")
    static String format(String format, Object[] arguments) {
        return MessageText.of(format, arguments);
    }

    @SubstituteMethod(reason = "root locale")
    static String toUpperCase(String self) {
        StringBuilder upper = new StringBuilder(self.length());
        int codePoint;
        for (int i = 0; i < self.length(); i += Character.charCount(codePoint)) {
            codePoint = self.codePointAt(i);
            int mapped = CaseMappings.upper(codePoint);
            if (mapped == CaseMappings.SEVERAL) {
                upper.append(CaseMappings.uppers(codePoint));
            } else {
                upper.appendCodePoint(mapped);
            }
        }
        return unlessEqual(self, upper);
    }

    @SubstituteMethod(reason = "root locale")
    static String toLowerCase(String self) {
        StringBuilder lower = new StringBuilder(self.length());
        int codePoint;
        for (int i = 0; i < self.length(); i += Character.charCount(codePoint)) {
            codePoint = self.codePointAt(i);
            if (codePoint == 'Σ' && ConditionalSpecialCasingSubstitute.endsWord(self, i, null)) {
                lower.append('ς');
            } else if (codePoint == 'İ') {
                lower.append("i̇");
            } else {
                lower.appendCodePoint(Character.toLowerCase(codePoint));
            }
        }
        return unlessEqual(self, lower);
    }

    /** The string itself, as on HotSpot, if its letters had that case. */
    private static String unlessEqual(String self, StringBuilder converted) {
        return self.contentEquals(converted) ? self : converted.toString();
    }
}
