package org.asterism.boottest;

import java.util.Map;
import java.util.stream.Collectors;

/** What {@code /proc/asterism/gc} says: one line a figure, its name and its value. */
record CollectorFigures(Map<String, Long> figures) {
    static CollectorFigures parse(String text) {
        return new CollectorFigures(text.lines().map(line -> line.trim().split("\\s+")).filter(words -> words.length == 2)
                .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1]))));
    }

    /** The named figure, such as {@code collections}; a missing one is an error that shows what there is. */
    long figure(String name) {
        Long value = figures.get(name);
        if (value == null) {
            throw new AssertionError("/proc/asterism/gc has no figure '" + name + "', only " + figures.keySet());
        }
        return value;
    }

    /** Stops of less than 1 ms. */
    long shortPauses() {
        return figure("pauses_below_100_micros") + figure("pauses_below_1_milli");
    }

    /** Stops of 1 ms and longer, which a spinning program must notice. */
    long noticeablePauses() {
        return figure("pauses_below_10_millis") + figure("pauses_below_100_millis") + figure("pauses_longer");
    }
}
