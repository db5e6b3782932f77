package org.asterism.benchmarks;

/** A recursive quicksort of numbers in irregular order; an operation is one number sorted. */
final class Quicksort implements Item {
    private static final int LENGTH = 100_000;

    private final int[] source = new int[LENGTH];
    private final int[] values = new int[LENGTH];

    Quicksort() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < LENGTH; i++) {
            source[i] = numbers.next();
        }
    }

    @Override
    public String name() {
        return "quicksort";
    }

    @Override
    public int operations() {
        return LENGTH;
    }

    @Override
    public long run() {
        System.arraycopy(source, 0, values, 0, LENGTH);
        sort(values, 0, LENGTH - 1);
        long checksum = 0;
        for (int i = 0; i < LENGTH; i += 100) {
            checksum = checksum * 31 + values[i];
        }
        return checksum;
    }

    private static void sort(int[] values, int from, int to) {
        int low = from;
        int high = to;
        int pivot = values[from + to >>> 1];
        while (low <= high) {
            while (values[low] < pivot) {
                low++;
            }
            while (values[high] > pivot) {
                high--;
            }
            if (low <= high) {
                int swapped = values[low];
                values[low++] = values[high];
                values[high--] = swapped;
            }
        }
        if (from < high) {
            sort(values, from, high);
        }
        if (low < to) {
            sort(values, low, to);
        }
    }
}
