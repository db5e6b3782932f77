package org.asterism.boottest.guest;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what the guest's driver writes: for each program a begin line, an end line with lengths, and the bytes. */
final class Frames {
    private static final Pattern BEGIN = Pattern.compile("@@ (\\S+) begin\n");
    private static final Pattern END = Pattern.compile("@@ (\\S+) exit (\\d+) stdout (\\d+) stderr (\\d+)\n");

    private final Map<String, Expectation> finished = new LinkedHashMap<>();
    private String running;

    private Frames() {}

    /** Reads as many frames as {@code bytes} hold whole. */
    static Frames parse(byte[] bytes) {
        Frames frames = new Frames();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = 0;
        Matcher begin = BEGIN.matcher(text);
        while (begin.find(at)) {
            frames.running = begin.group(1);
            Matcher end = END.matcher(text).region(begin.end(), text.length());
            if (!end.lookingAt()) {
                break;
            }
            int output = Integer.parseInt(end.group(3));
            int error = Integer.parseInt(end.group(4));
            int start = end.end();
            if (start + output + error + 1 > text.length()) {
                break;
            }
            frames.finished.put(frames.running, new Expectation(text.substring(start, start + output),
                    text.substring(start + output, start + output + error), Integer.parseInt(end.group(2))));
            frames.running = null;
            at = start + output + error + 1;
        }
        return frames;
    }

    /** Programs whose frames are whole, in the order of their running. */
    Map<String, Expectation> finished() {
        return finished;
    }

    /** The program that was running when the bytes ended. */
    Optional<String> running() {
        return Optional.ofNullable(running);
    }
}
