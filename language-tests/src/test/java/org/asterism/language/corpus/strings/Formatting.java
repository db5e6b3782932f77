package org.asterism.language.corpus.strings;

import java.util.IllegalFormatException;

/** String.format as java.util uses it. */
public final class Formatting {
    private Formatting() {}

    private static void attempt(String format, Object... arguments) {
        try {
            System.out.println(String.format(format, arguments));
        } catch (IllegalFormatException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        attempt("%d|%5d|%-5d|%05d|%+d|%,d|%(d|% d", 42, 42, 42, 42, 42, 1234567, -7, 9);
        attempt("%x|%X|%#x|%o|%08x|%x|%x", 255, 255, 255, 8, 48879, -1, -1L);
        attempt("%s|%10s|%-10s|%.2s|%S|%s|%s", "text", "text", "text", "text", "text", null, true);
        attempt("%c|%C|%c|%b|%B|%n|%%", 'x', 'y', 0x41, true, null);
        attempt("%f|%.2f|%10.3f|%-10.1f|%+.0f|%e|%.3e|%g", 3.14159, 2.005, -1.5, 0.25, 2.5, 12345.678, 0.00012345, 0.0001);
        attempt("%f %f %f %.1f", Double.NaN, Double.POSITIVE_INFINITY, -0.0, 0.05f);
        attempt("%2$s %1$s %<s %s", "a", "b");
        attempt("%h %h", "hash", null);
        attempt("%d", "no");
        attempt("%q", 1);
        attempt("%s %s", "one");
        attempt("%.3d", 5);
        attempt("%-d", 5);
        attempt("%,.2f|%(,.2f|%015.4f", 9876543.215, -1234.5, -3.5);
        System.out.println("formatted %s %04d".formatted("text", 7));
    }
}
