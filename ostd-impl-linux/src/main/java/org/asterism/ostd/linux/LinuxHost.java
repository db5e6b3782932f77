package org.asterism.ostd.linux;

import java.io.InputStream;
import java.io.OutputStream;
import org.asterism.ostd.program.ProgramHost;

/** A Linux process as the host of a program. */
final class LinuxHost extends ProgramHost {
    private final boolean printsStatistics;

    /** A host that prints the heap's figures on standard error at the end, or does not. */
    LinuxHost(boolean printsStatistics) {
        this.printsStatistics = printsStatistics;
    }

    @Override
    protected InputStream input() {
        return new FileInput(0);
    }

    @Override
    protected OutputStream output() {
        return new FileOutput(1);
    }

    @Override
    protected OutputStream errors() {
        return new FileOutput(2);
    }

    @Override
    public void startTask(String name, Runnable body) {
        LinuxScheduler.get().start(body);
    }

    @Override
    public long currentTimeMillis() {
        return LinuxClock.currentTimeMillis();
    }

    @Override
    public void exit(int status) {
        if (printsStatistics) {
            HeapReport.print();
        }
        LinuxSystemCalls.exit(status);
    }
}
