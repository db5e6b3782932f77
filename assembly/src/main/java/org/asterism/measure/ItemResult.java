package org.asterism.measure;

import java.util.Arrays;

/**
 * What was measured of one item.
 *
 * @param item its name
 * @param hotSpot nanoseconds an operation of each run on HotSpot
 * @param ours those of the native process
 * @param handWritten those of the C program
 * @param instructions of the native process and the C program for one operation, or null if they were not counted
 */
record ItemResult(String item, Times hotSpot, Times ours, Times handWritten, Instructions instructions) {
    /** Repetitions of one thing, in nanoseconds an operation. */
    record Times(double[] sorted) {
        Times {
            sorted = sorted.clone();
            Arrays.sort(sorted);
        }

        double minimum() {
            return sorted[0];
        }

        double median() {
            return sorted[sorted.length / 2];
        }
    }

    /** Machine instructions for one operation. */
    record Instructions(double ours, double handWritten) {
    }

    double againstHotSpot() {
        return ours.minimum() / hotSpot.minimum();
    }

    double againstC() {
        return ours.minimum() / handWritten.minimum();
    }
}
