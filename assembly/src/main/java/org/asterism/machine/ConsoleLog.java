package org.asterism.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last lines of the guest's console. One thread fills it, another reads it. */
final class ConsoleLog {
    private static final int LINES_KEPT = 60;
    private static final int LONGEST_LINE = 4096;

    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder current = new StringBuilder();

    /** Reads a stream to its end. */
    void fill(InputStream in) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            append("\n[the console ended: " + e.getMessage() + "]\n");
        }
    }

    private synchronized void append(String text) {
        for (char c : text.toCharArray()) {
            if (c == '\n' || current.length() == LONGEST_LINE) {
                lines.add(current.toString());
                current.setLength(0);
                if (lines.size() > LINES_KEPT) {
                    lines.remove();
                }
            } else if (c != '\r') {
                current.append(c);
            }
        }
    }

    /** The last lines, oldest first; an unfinished line counts. */
    synchronized List<String> lastLines() {
        List<String> kept = new java.util.ArrayList<>(lines);
        if (!current.isEmpty()) {
            kept.add(current.toString());
        }
        return kept;
    }
}
