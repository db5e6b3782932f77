package org.asterism.language.programs.runtime;

import java.util.ArrayList;
import java.util.List;

/** Memory runs out, an error is thrown that can be caught, and afterwards everything works again. */
public final class Exhaustion {
    private Exhaustion() {}

    private static boolean fill() {
        List<Object> held = new ArrayList<>();
        try {
            while (held.size() < 1 << 22) {
                held.add(new byte[1 << 20]);
            }
            return false;
        } catch (OutOfMemoryError error) {
            return held.size() > 10;
        }
    }

    private static boolean fillSmall() {
        Object[] chain = null;
        try {
            while (true) {
                chain = new Object[] {chain, new long[20]};
            }
        } catch (OutOfMemoryError error) {
            return chain != null;
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        for (int i = 0; i < 3; i++) {
            System.out.println("large " + fill() + ", small " + fillSmall());
        }
        try {
            System.out.println(new int[Integer.MAX_VALUE - 8].length > 0 ? "unexpected" : "");
        } catch (OutOfMemoryError error) {
            System.out.println("huge refused");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(i);
        }
        System.out.println("afterwards " + text.length());
    }
}
