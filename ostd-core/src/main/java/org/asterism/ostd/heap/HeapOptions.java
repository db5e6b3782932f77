package org.asterism.ostd.heap;

/**
 * How a heap behaves; the stress settings make rare schedules common, at a cost in speed.
 *
 * @param minimumBytes       what the heap grows to before it collects at all, and keeps
 * @param collectEvery       collects at every so many allocations; 0 for when memory asks for it
 * @param stepUnits          makes collections follow each other without pause, each allocation doing about so much of them; 0 for steps as large as
 *                           allocation asks for
 * @param poison             whether freed cells are overwritten, so that a lost object is noticed when it is used
 * @param verify             whether each collection checks that every reference of a live object leads to a live object
 */
public record HeapOptions(long minimumBytes, int collectEvery, int stepUnits, boolean poison, boolean verify) {
    /**
     * Settings without {@code heap.step}.
     *
     * @param minimumBytes what the heap grows to before it collects at all, and keeps
     * @param collectEvery collects at every so many allocations; 0 for when memory asks for it
     * @param poison       whether freed cells are overwritten
     * @param verify       whether each collection checks every reference
     */
    public HeapOptions(long minimumBytes, int collectEvery, boolean poison, boolean verify) {
        this(minimumBytes, collectEvery, 0, poison, verify);
    }

    /**
     * The ordinary settings.
     *
     * @param minimumBytes what the heap grows to before it collects at all, and keeps
     * @return options without stress
     */
    public static HeapOptions ordinary(long minimumBytes) {
        return new HeapOptions(minimumBytes, 0, false, false);
    }

    /**
     * Reads the stress settings from a kernel command line: {@code heap.every=N}, {@code heap.step=N}, {@code heap.poison}, {@code heap.verify}.
     *
     * @param commandLine  words separated by spaces
     * @param minimumBytes what the heap grows to before it collects at all, and keeps
     * @return options, ordinary ones where the command line says nothing
     */
    public static HeapOptions of(String commandLine, long minimumBytes) {
        return new HeapOptions(minimumBytes, number(commandLine, "heap.every="), number(commandLine, "heap.step="), commandLine.contains("heap.poison"),
                commandLine.contains("heap.verify"));
    }

    private static int number(String commandLine, String name) {
        int number = 0;
        int at = commandLine.indexOf(name);
        for (int i = at + name.length(); at >= 0 && i < commandLine.length(); i++) {
            char digit = commandLine.charAt(i);
            if (digit < '0' || digit > '9') {
                break;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /** Whether each allocation must come to the heap, so that it is counted. */
    boolean isStress() {
        return collectEvery != 0 || stepUnits != 0;
    }
}
