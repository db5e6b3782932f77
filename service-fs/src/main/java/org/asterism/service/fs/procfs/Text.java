package org.asterism.service.fs.procfs;

import org.asterism.service.fs.path.Latin1;

/** Builds the text of a file: numbers in the forms that {@code /proc} uses. */
final class Text {
    private static final String DIGITS = "0123456789abcdef";
    private static final long NANOS_PER_HUNDREDTH = 10_000_000L;

    private final StringBuilder text = new StringBuilder();

    Text add(String value) {
        text.append(value);
        return this;
    }

    Text add(char value) {
        text.append(value);
        return this;
    }

    Text add(long value) {
        text.append(value);
        return this;
    }

    /** A number at the right of a field. */
    Text right(long value, int width) {
        String digits = Long.toString(value);
        for (int i = digits.length(); i < width; i++) {
            text.append(' ');
        }
        text.append(digits);
        return this;
    }

    /** A word at the left of a field. */
    Text left(String value, int width) {
        text.append(value);
        for (int i = value.length(); i < width; i++) {
            text.append(' ');
        }
        return this;
    }

    /** A number in hexadecimal with at least so many digits. */
    Text hex(long value, int digits) {
        int shown = digits;
        while (shown < 16 && value >>> shown * 4 != 0) {
            shown++;
        }
        for (int i = shown - 1; i >= 0; i--) {
            text.append(DIGITS.charAt((int) (value >>> i * 4) & 15));
        }
        return this;
    }

    /** A number in octal with at least so many digits. */
    Text octal(int value, int digits) {
        String shown = Integer.toOctalString(value);
        for (int i = shown.length(); i < digits; i++) {
            text.append('0');
        }
        text.append(shown);
        return this;
    }

    /** Hundredths as a number with two decimals. */
    Text hundredths(long value) {
        text.append(value / 100).append('.').append(value / 10 % 10).append(value % 10);
        return this;
    }

    /** Nanoseconds as seconds with two decimals. */
    Text seconds(long nanos) {
        return hundredths(nanos / NANOS_PER_HUNDREDTH);
    }

    /** A name in a list whose fields are separated by spaces. */
    Text escaped(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\\') {
                text.append('\\');
                octal(c, 3);
            } else {
                text.append(c);
            }
        }
        return this;
    }

    int length() {
        return text.length();
    }

    byte[] bytes() {
        return Latin1.encode(text.toString());
    }
}
