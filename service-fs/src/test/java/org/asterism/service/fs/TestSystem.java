package org.asterism.service.fs;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.process.ProcessDirectory;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.process.SystemIdentity;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.ostd.time.Clock;

/** What the process service tells the file system: here the processes that a test made, and fixed names. */
public final class TestSystem implements ProcessDirectory, SystemIdentity, RealTimeClock {
    /** 2020-01-01T00:00:00Z. */
    static final long BOOT_SECONDS = 1_577_836_800L;

    final List<ProcessView> all = new ArrayList<>();
    private String hostName = "asterism";
    private String domainName = "(none)";

    @Override
    public List<ProcessView> processes() {
        return List.copyOf(all);
    }

    @Override
    public ProcessView process(int id) {
        return all.stream().filter(process -> process.id() == id).findFirst().orElse(null);
    }

    @Override
    public int runnableThreads() {
        return 1;
    }

    @Override
    public long created() {
        return all.size();
    }

    @Override
    public int lastId() {
        return all.size();
    }

    @Override
    public int loadAverageHundredths(int minutes) {
        return 5 * minutes;
    }

    @Override
    public long idleNanos() {
        return 0;
    }

    @Override
    public String hostName() {
        return hostName;
    }

    @Override
    public void setHostName(String name) {
        hostName = name;
    }

    @Override
    public String domainName() {
        return domainName;
    }

    @Override
    public void setDomainName(String name) {
        domainName = name;
    }

    @Override
    public String release() {
        return "6.1.0";
    }

    @Override
    public String version() {
        return "#1";
    }

    @Override
    public long realTimeNanos() {
        return BOOT_SECONDS * 1_000_000_000L + Clock.monotonicNanos();
    }
}
