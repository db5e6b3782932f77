package org.asterism.boottest.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Runs programs many to a boot. When a program takes the guest down or hangs it, that program is lost and the rest go on in
 * a new boot.
 */
public final class Batch {
    private static final int PROGRAMS_PER_BOOT = 16;
    private static final int LAST_WORDS = 4000;

    private final GuestTree tree;
    private final List<String> options;
    private final Duration patience;

    /**
     * Prepares a batch.
     *
     * @param tree where the programs are
     * @param options more options for {@code asterism run}
     * @param patience longest time that one program may take before it counts as hung
     */
    public Batch(GuestTree tree, List<String> options, Duration patience) {
        this.tree = tree;
        this.options = List.copyOf(options);
        this.patience = patience;
    }

    /**
     * Runs the programs.
     *
     * @param names names of programs in the tree
     * @param listener told each outcome as soon as its boot is over
     * @return one outcome for each name, in order
     * @throws IOException if the launcher cannot be started
     * @throws InterruptedException if the waiting is interrupted
     */
    public Map<String, Outcome> run(List<String> names, BiConsumer<String, Outcome> listener) throws IOException, InterruptedException {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(names);
        while (!left.isEmpty()) {
            Map<String, Outcome> some = boot(left.subList(0, Math.min(PROGRAMS_PER_BOOT, left.size())));
            some.forEach(listener);
            outcomes.putAll(some);
            left.removeAll(some.keySet());
        }
        return outcomes;
    }

    /** Boots once; the outcomes hold at least the first of the names. */
    private Map<String, Outcome> boot(List<String> names) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--initramfs", tree.folder().toString(), "--timeout", "3600"));
        arguments.addAll(options);
        arguments.addAll(List.of("--exec", "/tests/driver " + String.join(" ", names)));
        Launch launch = Launch.of(patience, arguments);
        Frames frames = Frames.parse(launch.output());
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        frames.finished().forEach((name, seen) -> outcomes.put(name, new Outcome.Finished(seen)));
        if (!outcomes.keySet().containsAll(names)) {
            String lost = frames.running().orElseGet(() -> names.stream().filter(name -> !outcomes.containsKey(name)).findFirst().orElseThrow());
            outcomes.put(lost, new Outcome.Lost(reason(launch)));
        }
        return outcomes;
    }

    private String reason(Launch launch) {
        String how = launch.exit() == Launch.SILENT
                ? "nothing came for " + patience.toSeconds() + " s, the guest was stopped"
                : "the guest ended early, the launcher's exit code was " + launch.exit();
        return how + "\nlast output: " + tail(launch.text().substring(Math.max(0, launch.text().lastIndexOf("@@ ")))) + "\nlast words: " + tail(launch.error());
    }

    private static String tail(String text) {
        return text.length() <= LAST_WORDS ? text : "…" + text.substring(text.length() - LAST_WORDS);
    }
}
