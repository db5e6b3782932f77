package org.asterism.service.proc.directory;

import java.util.ArrayList;
import java.util.List;
import org.asterism.kernel.process.ProcessDirectory;
import org.asterism.kernel.process.ProcessView;
import org.asterism.kernel.process.RunQueue;
import org.asterism.ostd.cpu.Processors;
import org.asterism.service.proc.process.Process;
import org.asterism.service.proc.process.ProcessReport;
import org.asterism.service.proc.process.ProcessTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All processes, counted and listed. */
@Component(service = {ProcessDirectory.class, Census.class})
public final class Census implements ProcessDirectory {
    private final ProcessTable table;
    private final RunQueue queue;
    private final LoadAverage load;

    /**
     * Counts what others keep.
     *
     * @param table of processes
     * @param queue knows who runs
     */
    @Activate
    public Census(@Reference ProcessTable table, @Reference(name = "queue") RunQueue queue) {
        this.table = table;
        this.queue = queue;
        this.load = new LoadAverage(queue);
    }

    /**
     * The load averages.
     *
     * @return never null
     */
    public LoadAverage load() {
        return load;
    }

    @Override
    public List<ProcessView> processes() {
        List<ProcessView> views = new ArrayList<>();
        for (Process process : table.all()) {
            views.add(new ProcessReport(process));
        }
        return views;
    }

    @Override
    public ProcessView process(int id) {
        Process process = table.process(id);
        return process == null ? null : new ProcessReport(process);
    }

    @Override
    public int runnableThreads() {
        return queue.runnable();
    }

    @Override
    public long created() {
        return table.created();
    }

    @Override
    public int lastId() {
        return table.lastId();
    }

    @Override
    public int loadAverageHundredths(int minutes) {
        return (int) (load.fixedPoint(minutes) * 100 + (1L << LoadAverage.FRACTION_BITS - 1) >> LoadAverage.FRACTION_BITS);
    }

    @Override
    public long idleNanos() {
        return Processors.idleNanos();
    }
}
