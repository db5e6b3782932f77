package org.asterism.ostd.bus;

import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.sync.WaitResult;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;

/**
 * A driver on its way to rest, in a task of its own: one that never gets there keeps neither its device nor whoever removes it. Once the device is
 * taken back, whatever the task still does to it throws.
 */
final class Quiescence implements Runnable {
    private static final long PATIENCE_SECONDS = 10;
    private static final long PATIENCE_NANOS = PATIENCE_SECONDS * 1_000_000_000;

    private final DriverInstance instance;
    private final String device;
    private final WaitQueue changed = new WaitQueue();
    private volatile boolean ended;

    private Quiescence(DriverInstance instance, String device) {
        this.instance = instance;
        this.device = device;
    }

    /** Returns when the driver has come to rest, has failed to, or has taken too long; says so in the log. */
    static void await(DriverInstance instance, String device, String bundle) {
        Quiescence quiescence = new Quiescence(instance, device);
        try {
            TaskOptions.of(quiescence).name("rest " + device).spawn();
        } catch (OutOfMemoryError none) {
            Log.error("no memory for " + bundle + " to come to rest in; device " + device + " is taken back all the same");
            return;
        }
        if (quiescence.changed.await(() -> quiescence.ended, null, Clock.monotonicNanos() + PATIENCE_NANOS) != WaitResult.SATISFIED) {
            Log.error(bundle + " has not come to rest after " + PATIENCE_SECONDS + " seconds; device " + device + " is taken back all the same");
        }
    }

    @Override
    public void run() {
        try {
            instance.quiesce();
        } catch (RuntimeException | Error failure) {
            FailureReport.contain("a driver that was to let go of " + device, failure);
        }
        ended = true;
        changed.wakeAll();
    }
}
