package org.asterism.language.corpus.exceptions;

import java.util.ArrayList;
import java.util.List;

/** Exhausted memory is caught and survived. */
public final class OutOfMemory {
    private OutOfMemory() {}

    private static int fill() {
        List<long[]> kept = new ArrayList<>();
        try {
            while (true) {
                kept.add(new long[200_000]);
            }
        } catch (OutOfMemoryError e) {
            int count = kept.size();
            kept = null;
            System.out.println(e.getMessage() + " " + (count > 3));
            return count;
        }
    }

    /** In a frame of its own, which leaves nothing behind that a conservative collector could take for a reference. */
    private static void fillRows() {
        try {
            System.out.println(new int[50_000][50_000].length);
        } catch (OutOfMemoryError e) {
            System.out.println("too many");
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int i = 0; i < 3; i++) {
            fill();
        }
        try {
            System.out.println(new long[Integer.MAX_VALUE - 8].length);
        } catch (OutOfMemoryError e) {
            System.out.println("too large");
        }
        fillRows();
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            builder.append(i);
        }
        System.out.println(builder.length());
    }
}
