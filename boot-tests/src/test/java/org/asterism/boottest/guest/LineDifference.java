package org.asterism.boottest.guest;

import java.util.ArrayList;
import java.util.List;

/** A line-by-line difference of two texts with three lines of context, by the longest common subsequence. */
final class LineDifference {
    private static final int CONTEXT = 3;
    private static final int LONGEST_LINE = 300;

    private LineDifference() {}

    /** Lines that only {@code expected} has are marked {@code -}, those that only {@code seen} has {@code +}. */
    static String between(String expected, String seen) {
        String[] a = expected.split("(?<=\n)");
        String[] b = seen.split("(?<=\n)");
        int[][] common = commonLengths(a, b);
        StringBuilder script = new StringBuilder();
        int i = 0;
        int j = 0;
        StringBuilder marks = new StringBuilder();
        List<String> lines = new ArrayList<>();
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i].equals(b[j])) {
                marks.append(' ');
                lines.add(a[i++]);
                j++;
            } else if (i < a.length && (j == b.length || common[i + 1][j] >= common[i][j + 1])) {
                marks.append('-');
                lines.add(a[i++]);
            } else {
                marks.append('+');
                lines.add(b[j++]);
            }
        }
        boolean skipped = false;
        for (int line = 0; line < marks.length(); line++) {
            if (nearChange(marks, line)) {
                script.append(marks.charAt(line)).append(' ').append(visible(lines.get(line))).append('\n');
                skipped = false;
            } else if (!skipped) {
                script.append("  …\n");
                skipped = true;
            }
        }
        return script.toString();
    }

    private static int[][] commonLengths(String[] a, String[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] = a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean nearChange(CharSequence marks, int line) {
        for (int near = Math.max(0, line - CONTEXT); near <= Math.min(marks.length() - 1, line + CONTEXT); near++) {
            if (marks.charAt(near) != ' ') {
                return true;
            }
        }
        return false;
    }

    private static String visible(String line) {
        StringBuilder text = new StringBuilder();
        String body = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line + "\\ (no newline)";
        for (char c : body.toCharArray()) {
            if (c == '\t' || c >= ' ' && c < 127) {
                text.append(c);
            } else {
                text.append(String.format("\\x%02x", (int) c));
            }
        }
        return text.length() <= LONGEST_LINE ? text.toString() : text.substring(0, LONGEST_LINE) + "… (" + text.length() + " characters)";
    }
}
