package org.asterism.ostd.substitute;

import java.util.Locale;
import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** The one condition on case mappings that holds in every language, of the Unicode Standard, §3.13: whether a sigma ends its word. */
@SubstituteClass(className = "java.lang.ConditionalSpecialCasing", reason = "asks locale data for the ends of words")
final class ConditionalSpecialCasingSubstitute {
    private static final String IGNORED = "'.:^`\u00A8\u00AD\u00AF\u00B4\u00B7\u00B8\u2019";

    private ConditionalSpecialCasingSubstitute() {}

    @SubstituteMethod(name = "isFinalCased", reason = "Final_Sigma: a cased letter before, none after, what has no case of its own aside")
    static boolean endsWord(String text, int index, Locale locale) {
        int before = index;
        while (before > 0 && isIgnored(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        if (before == 0 || !isCased(text.codePointBefore(before))) {
            return false;
        }
        int after = index + Character.charCount(text.codePointAt(index));
        while (after < text.length() && isIgnored(text.codePointAt(after))) {
            after += Character.charCount(text.codePointAt(after));
        }
        return after == text.length() || !isCased(text.codePointAt(after));
    }

    private static boolean isIgnored(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT
                || type == Character.MODIFIER_LETTER || type == Character.MODIFIER_SYMBOL || IGNORED.indexOf(codePoint) >= 0;
    }

    private static boolean isCased(int codePoint) {
        return Character.isLowerCase(codePoint) || Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint);
    }
}
