package org.asterism.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long collections of a booted kernel keep others from running. A user program makes the kernel keep as many files as give the live size, then reads the
 * clock without pause; its longest gap is what the stops look like from outside. Each size runs twice: with the time of the host, which other
 * processes of the host lengthen, and with time counted in instructions, one a nanosecond, which nothing does.
 */
public final class CollectorBenchmark {
    private static final int BYTES_A_FILE = 800;
    private static final int SECONDS = 2;
    private static final int CALLS_SHOWN = 16;
    private static final String WORKLOAD = "for i in 1 2 3 4 5; do ls -lR /proc/self/ >/dev/null 2>&1; seq 1 2000 | sort -n | md5sum >/dev/null; "
            + "cp /bin/busybox /tmp/copy; rm /tmp/copy; mkdir -p /tmp/a/b/c; echo text >/tmp/a/b/c/d; cat /tmp/a/b/c/d >/dev/null; rm -r /tmp/a; done";
    private static final List<String> HISTOGRAM = List.of("pauses_below_100_micros", "pauses_below_1_milli", "pauses_below_10_millis",
            "pauses_below_100_millis", "pauses_longer");
    private static final Pattern GAP = Pattern.compile("longest gap (\\d+)");

    /** A machine that is booted for one command. */
    public interface Guest {
        /**
         * Boots, runs, and powers off.
         *
         * @param command for the guest's shell
         * @param time what a nanosecond of the guest is
         * @return the command's standard output
         * @throws IOException if the machine cannot be started, or the command fails
         * @throws InterruptedException if the waiting is interrupted
         */
        String run(String command, GuestTime time) throws IOException, InterruptedException;
    }

    /** What the guest's clock follows. */
    public enum GuestTime {
        /** The clock of the host. */
        HOST,
        /** Instructions of the guest, one a nanosecond. */
        INSTRUCTIONS
    }

    private final Guest guest;
    private final PrintStream output;

    /**
     * A benchmark.
     *
     * @param guest with the program {@code live-heap} in {@code /tests/bin/stress}
     * @param output where the figures go
     */
    public CollectorBenchmark(Guest guest, PrintStream output) {
        this.guest = guest;
        this.output = output;
    }

    /**
     * Measures and prints.
     *
     * @param liveMegabytes sizes of what files keep alive beside what the kernel itself has
     * @throws IOException if a machine fails
     * @throws InterruptedException if the waiting is interrupted
     */
    public void run(List<Integer> liveMegabytes) throws IOException, InterruptedException {
        output.printf(Locale.ROOT, "%-12s %9s %9s %11s   %-34s %13s %13s%n", "time", "live KiB", "heap KiB", "collections",
                "stops <0.1 <1 <10 <100 more ms", "longest stop", "longest gap");
        for (int megabytes : liveMegabytes) {
            for (GuestTime time : GuestTime.values()) {
                row(time, guest.run("/tests/bin/stress/live-heap " + (long) megabytes * (1 << 20) / BYTES_A_FILE + " " + SECONDS
                        + "; cat /proc/asterism/gc", time));
            }
        }
        output.printf(Locale.ROOT, "%nallocated by system call, in a fixed run of the shell:%n%-18s %8s %12s %12s%n", "call", "calls", "bytes", "bytes a call");
        String before = guest.run("cat /proc/asterism/gc", GuestTime.INSTRUCTIONS);
        String after = guest.run(WORKLOAD + "; cat /proc/asterism/gc", GuestTime.INSTRUCTIONS);
        calls(before, after);
    }

    private void row(GuestTime time, String text) throws IOException {
        Map<String, Long> figures = new HashMap<>();
        text.lines().map(line -> line.trim().split("\\s+")).filter(words -> words.length == 2 && words[1].matches("\\d+"))
                .forEach(words -> figures.put(words[0], Long.parseLong(words[1])));
        Matcher gap = GAP.matcher(text);
        if (!gap.find() || !figures.containsKey("live_bytes")) {
            throw new IOException("the guest printed no figures: " + text);
        }
        StringBuilder stops = new StringBuilder();
        HISTOGRAM.forEach(name -> stops.append(figures.get(name)).append(' '));
        output.printf(Locale.ROOT, "%-12s %9d %9d %11d   %-34s %10.3f ms %10.3f ms%n", time.name().toLowerCase(Locale.ROOT), figures.get("live_bytes") >> 10,
                figures.get("heap_bytes") >> 10, figures.get("collections"), stops, figures.get("pause_max_nanos") / 1e6, Long.parseLong(gap.group(1)) / 1e3);
    }

    private record Call(String name, long calls, long bytes) {
        static Map<String, Call> parse(String text) {
            Map<String, Call> all = new HashMap<>();
            text.lines().map(line -> line.split(" ")).filter(words -> words.length == 5 && words[0].equals("syscall"))
                    .forEach(words -> all.put(words[1], new Call(words[1], Long.parseLong(words[2]), Long.parseLong(words[3]))));
            return all;
        }
    }

    private void calls(String before, String after) {
        Map<String, Call> earlier = Call.parse(before);
        List<Call> difference = new ArrayList<>();
        Call.parse(after).values().forEach(call -> {
            Call old = earlier.getOrDefault(call.name(), new Call(call.name(), 0, 0));
            if (call.calls() > old.calls()) {
                difference.add(new Call(call.name(), call.calls() - old.calls(), call.bytes() - old.bytes()));
            }
        });
        difference.sort(Comparator.comparingLong(Call::bytes).reversed().thenComparing(Call::name));
        difference.stream().limit(CALLS_SHOWN).forEach(call -> output.printf(Locale.ROOT, "%-18s %8d %12d %12d%n", call.name(), call.calls(), call.bytes(),
                call.bytes() / call.calls()));
    }
}
