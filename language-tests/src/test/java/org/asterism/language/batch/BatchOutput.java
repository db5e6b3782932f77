package org.asterism.language.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the programs of a batch printed on one machine.
 *
 * @param machine  for people
 * @param programs what each program that ended printed, by name, in order
 * @param last     the last program that began
 * @param ending   what the machine said at the end: the exit status, and the kernel's console if there is one
 * @param text     everything that was printed
 */
public record BatchOutput(String machine, Map<String, String> programs, String last, String ending, String text) {
    private static final int SHOWN_LINES = 12;

    /** Takes the output of a batch apart. */
    static BatchOutput parse(String machine, String text, String ending) {
        Map<String, String> programs = new LinkedHashMap<>();
        String last = "none";
        int at = 0;
        while ((at = text.indexOf("\n" + ProgramMarks.BEGIN, at)) >= 0) {
            int start = at + 1 + ProgramMarks.BEGIN.length();
            int line = text.indexOf('\n', start);
            if (line < 0) {
                break;
            }
            last = text.substring(start, line);
            int end = text.indexOf("\n" + ProgramMarks.END + last + "\n", line);
            if (end >= 0) {
                programs.put(last, text.substring(line + 1, Math.max(line + 1, end)));
            }
            at = line;
        }
        return new BatchOutput(machine, programs, last, ending, text);
    }

    /**
     * Compares program by program.
     *
     * @param expected what another machine printed
     * @return a text for each program that printed something else or did not end; empty if all is equal
     */
    public List<String> differencesFrom(BatchOutput expected) {
        List<String> differences = new ArrayList<>();
        expected.programs.forEach((program, wanted) -> {
            String seen = programs.get(program);
            if (seen == null) {
                differences.add(lost(program));
            } else if (!seen.equals(wanted)) {
                differences.add(program + ": " + firstDifference(expected.machine, wanted.split("\n", -1), seen.split("\n", -1)));
            }
        });
        if (!expected.programs.containsKey(expected.last)) {
            differences.add(expected.lost(expected.last));
        }
        return differences;
    }

    /** The same with only the programs of a package and those below it. */
    public BatchOutput ofPackage(String name) {
        Map<String, String> some = new LinkedHashMap<>(programs);
        some.keySet().removeIf(program -> !program.startsWith(name + "."));
        return new BatchOutput(machine, some, List.copyOf(some.keySet()).get(some.size() - 1), ending, text);
    }

    private String lost(String program) {
        if (!program.equals(last)) {
            return program + ": did not run on " + machine + ", which ended in " + last;
        }
        int begun = text.lastIndexOf(ProgramMarks.BEGIN + program);
        String[] lines = text.substring(begun).split("\n");
        int from = Math.max(0, lines.length - SHOWN_LINES);
        return program + ": did not end on " + machine + " (" + ending + "); its last lines:\n  "
                + String.join("\n  ", List.of(lines).subList(from, lines.length));
    }

    private String firstDifference(String other, String[] wanted, String[] seen) {
        int line = 0;
        while (line < wanted.length && line < seen.length && wanted[line].equals(seen[line])) {
            line++;
        }
        return "line " + (line + 1) + "\n  " + other + ": " + at(wanted, line) + "\n  " + machine + ": " + at(seen, line);
    }

    private static String at(String[] lines, int line) {
        return line < lines.length ? lines[line] : "(nothing)";
    }
}
