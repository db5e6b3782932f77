package org.asterism.ostd.bus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitQueue;

/**
 * Requests to a device. The queue belongs to the device, not to its driver, and outlives it: what a driver has taken and not finished when it goes comes
 * first for the next one, in the order in which it was submitted. So a request may be carried out twice, and must bear that.
 *
 * <p>Many submitters, one driver with any number of tasks. Context: task.
 *
 * @param <R> a request; drivers that replace each other must agree on its type, so it belongs into a contract
 */
public final class RequestQueue<R> {
    private final Mutex lock = new Mutex();
    private final WaitQueue takers = new WaitQueue();
    private final ArrayDeque<R> waiting = new ArrayDeque<>();
    private final List<R> inFlight = new ArrayList<>();
    private volatile boolean open;

    RequestQueue() {
    }

    /**
     * Submits a request. Does not wait, not even while the device has no driver.
     *
     * @param request not submitted already
     */
    public void submit(R request) {
        try (var held = lock.lock()) {
            waiting.addLast(request);
        }
        takers.wakeOne();
    }

    /**
     * Takes the next request, waiting for one; for the driver.
     *
     * @return null if the driver must come to rest
     */
    public R take() {
        while (true) {
            takers.await(() -> !open || !isEmpty());
            R request = poll();
            if (request != null || !open) {
                return request;
            }
        }
    }

    /**
     * Takes the next request, if there is one; for the driver.
     *
     * @return null if there is none, or the driver must come to rest
     */
    public R poll() {
        try (var held = lock.lock()) {
            R request = open ? waiting.pollFirst() : null;
            if (request != null) {
                inFlight.add(request);
            }
            return request;
        }
    }

    /**
     * Ends a request; for the driver, before it tells whoever submitted it.
     *
     * @param request that was taken
     * @return false if it is no longer this driver's, because it went to the next one: whoever submitted it is then not to be told
     */
    public boolean finish(R request) {
        try (var held = lock.lock()) {
            for (int i = 0; i < inFlight.size(); i++) {
                if (inFlight.get(i) == request) {
                    inFlight.remove(i);
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Counts requests that no driver has taken.
     *
     * @return a snapshot
     */
    public int waiting() {
        try (var held = lock.lock()) {
            return waiting.size();
        }
    }

    /**
     * Counts requests that the driver has taken and not finished.
     *
     * @return a snapshot
     */
    public int inFlight() {
        try (var held = lock.lock()) {
            return inFlight.size();
        }
    }

    /** Requests may be taken, from now on. */
    void open() {
        open = true;
        takers.wakeAll();
    }

    /** No request may be taken, until {@link #open}. */
    void close() {
        try (var held = lock.lock()) {
            open = false;
        }
        takers.wakeAll();
    }

    /** What was taken and not finished comes first again. */
    int requeue() {
        try (var held = lock.lock()) {
            int count = inFlight.size();
            for (int i = count - 1; i >= 0; i--) {
                waiting.addFirst(inFlight.get(i));
            }
            inFlight.clear();
            return count;
        }
    }

    private boolean isEmpty() {
        try (var held = lock.lock()) {
            return waiting.isEmpty();
        }
    }
}
