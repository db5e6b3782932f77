package org.asterism.aot.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Source lines by address, as the line number programs of an image tell them: what each instruction up to the next row belongs to. */
final class LineTable {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] addresses = new long[FIRST_CAPACITY];
    private int[] lines = new int[FIRST_CAPACITY];
    private int size;
    private int sequenceStart;
    private final List<int[]> sequences = new ArrayList<>();

    /** Adds a row of the running sequence, whose addresses rise; of rows at one address the last counts. */
    void add(long address, int line) {
        if (size > sequenceStart && addresses[size - 1] == address) {
            size--;
        }
        append(address, line);
    }

    /** Ends a sequence: what lies behind it, up to the next one, has no line. */
    void endSequence(long address) {
        if (size > sequenceStart && addresses[size - 1] != address) {
            append(address, 0);
        }
        if (size > sequenceStart) {
            sequences.add(new int[] {sequenceStart, size});
        }
        sequenceStart = size;
    }

    private void append(long address, int line) {
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        addresses[size] = address;
        lines[size++] = line;
    }

    /** The same rows with all sequences in rising order of addresses. Where one ends and another starts, the start counts. */
    LineTable sorted() {
        LineTable sorted = new LineTable();
        sequences.sort(Comparator.comparing(sequence -> addresses[sequence[0]], Long::compareUnsigned));
        for (int[] sequence : sequences) {
            for (int row = sequence[0]; row < sequence[1]; row++) {
                sorted.add(addresses[row], lines[row]);
            }
        }
        return sorted;
    }

    /** The first row behind an address; {@link #size} if there is none. The table must be sorted. */
    int firstAfter(long address) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return size;
    }

    long address(int row) {
        return addresses[row];
    }

    /** The line of a row, 0 for the row before the first and where code ends. */
    int line(int row) {
        return row < 0 ? 0 : lines[row];
    }
}
