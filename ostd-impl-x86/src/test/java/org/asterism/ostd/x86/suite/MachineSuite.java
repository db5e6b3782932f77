package org.asterism.ostd.x86.suite;

import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.power.Power;

/** The program of the image: runs every check (or what the boot option {@code only} names), prints {@code PASS name} or {@code FAIL name: why}, and turns the machine off. */
public final class MachineSuite {
    private static int failures;

    private MachineSuite() {}

    /** Runs the suite. */
    public static void main() {
        String only = BootInfo.option("only");
        if (only == null) {
            TaskChecks.run();
            MemoryChecks.run();
            UserChecks.run();
            BackstopChecks.run();
            FloatingPointChecks.run();
        } else if (only.equals("console")) {
            check("console input", MachineSuite::readConsole);
        } else if (only.equals("floating")) {
            FloatingPointChecks.run();
        } else if (only.equals("figures")) {
            Figures.print();
        }
        Log.info("suite ended, failures " + failures);
        Power.off();
    }

    /** Reads a line and reports it by length and checksum. */
    private static void readConsole() {
        Log.info("type now");
        byte[] bytes = new byte[100];
        int length = 0;
        long sum = 0;
        while (true) {
            int count = Console.terminal().read(bytes, 0, bytes.length);
            for (int i = 0; i < count; i++) {
                if (bytes[i] == '\n') {
                    Log.info("typed " + length + " bytes, checksum " + sum);
                    return;
                }
                sum = sum * 31 + bytes[i];
                length++;
            }
        }
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
