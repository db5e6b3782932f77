package org.asterism.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.assembly.RefusedException;

/** Counts the instructions of items under valgrind: times vary with the machine's load, these do not. */
final class InstructionCount {
    private static final Pattern COLLECTED = Pattern.compile("Collected : ([0-9]+)");
    private static final int FEW = 1;
    private static final int MORE = 3;

    private InstructionCount() {
    }

    /** Instructions of one run of an item, without those of starting and of the first run. */
    static double ofRun(List<String> program, String item) throws RefusedException, IOException {
        return (double) (count(program, item, MORE) - count(program, item, FEW)) / (MORE - FEW);
    }

    private static long count(List<String> program, String item, int runs) throws RefusedException, IOException {
        List<String> command = new ArrayList<>(List.of("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"));
        command.addAll(program);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new RefusedException("valgrind cannot be started (" + e.getMessage() + "); install the package valgrind");
        }
        try (var requests = process.outputWriter(StandardCharsets.UTF_8)) {
            requests.write((item + "\n").repeat(runs));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = COLLECTED.matcher(output);
        if (!matcher.find()) {
            throw new IOException("valgrind does not tell how many instructions " + item + " took: " + output);
        }
        return Long.parseLong(matcher.group(1));
    }
}
