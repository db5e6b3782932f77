package org.asterism.service.fs.procfs;

import org.asterism.kernel.process.ProcessView;

/** {@code /proc/PID/limits}: a table of resource limits in the order of getrlimit(2). */
final class ProcessLimits {
    private static final String[] NAMES = {"Max cpu time", "Max file size", "Max data size", "Max stack size", "Max core file size",
        "Max resident set", "Max processes", "Max open files", "Max locked memory", "Max address space", "Max file locks",
        "Max pending signals", "Max msgqueue size", "Max nice priority", "Max realtime priority", "Max realtime timeout"};
    private static final String[] UNITS = {"seconds", "bytes", "bytes", "bytes", "bytes", "bytes", "processes", "files", "bytes",
        "bytes", "locks", "signals", "bytes", "", "", "us"};
    private static final int NAME_WIDTH = 26;
    private static final int VALUE_WIDTH = 21;
    private static final int UNIT_WIDTH = 10;

    private final ProcessView process;

    ProcessLimits(ProcessView process) {
        this.process = process;
    }

    byte[] make() {
        Text text = new Text();
        row(text, "Limit", "Soft Limit", "Hard Limit", "Units");
        for (int i = 0; i < NAMES.length; i++) {
            row(text, NAMES[i], value(process.softLimit(i)), value(process.hardLimit(i)), UNITS[i]);
        }
        return text.bytes();
    }

    private static void row(Text text, String name, String soft, String hard, String unit) {
        text.left(name, NAME_WIDTH).left(soft, VALUE_WIDTH).left(hard, VALUE_WIDTH).left(unit, UNIT_WIDTH).add('\n');
    }

    private static String value(long limit) {
        return limit < 0 ? "unlimited" : Long.toString(limit);
    }
}
