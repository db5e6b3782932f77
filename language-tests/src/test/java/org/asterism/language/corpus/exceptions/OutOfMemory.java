package org.asterism.language.corpus.exceptions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

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

    private static void lengths() {
        for (int less = 0; less < 4; less++) {
            int length = Integer.MAX_VALUE - less;
            List<Callable<Object>> arrays = List.of(() -> new byte[length], () -> new long[length], () -> new Object[length], () -> new int[1][length],
                    () -> Arrays.copyOf(new int[2], length));
            for (Callable<Object> array : arrays) {
                try {
                    System.out.println(array.call());
                } catch (Throwable e) {
                    System.out.println(e);
                }
            }
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
        lengths();
        fillRows();
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            builder.append(i);
        }
        System.out.println(builder.length());
    }
}
