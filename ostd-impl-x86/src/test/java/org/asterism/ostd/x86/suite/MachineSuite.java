package org.asterism.ostd.x86.suite;

import org.asterism.ostd.log.Log;
import org.asterism.ostd.power.Power;

/** The program of the image: runs every check, prints {@code PASS name} or {@code FAIL name: why}, and turns the machine off. */
public final class MachineSuite {
    private static int failures;

    private MachineSuite() {}

    /** Runs the suite. */
    public static void main() {
        TaskChecks.run();
        MemoryChecks.run();
        UserChecks.run();
        Log.info("suite ended, failures " + failures);
        Power.off();
    }

    /** Runs one check. */
    static void check(String name, Runnable body) {
        try {
            body.run();
            Log.info("PASS " + name);
        } catch (Throwable failure) {
            failures++;
            StringBuilder text = new StringBuilder("FAIL " + name + ": " + failure);
            for (StackTraceElement element : failure.getStackTrace()) {
                text.append("\n  at ").append(element);
            }
            Log.error(text.toString());
        }
    }

    /** Fails the running check unless two numbers are the same. */
    static void expect(long wanted, long seen, String what) {
        if (wanted != seen) {
            throw new IllegalStateException(what + ": wanted " + wanted + ", saw " + seen);
        }
    }

    /** Fails the running check unless a condition holds. */
    static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
