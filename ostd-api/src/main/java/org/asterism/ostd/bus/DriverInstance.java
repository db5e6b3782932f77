package org.asterism.ostd.bus;

/** A device in operation, as the registry sees it. */
public interface DriverInstance {
    /**
     * Comes to rest, because the driver is removed or replaced, or the machine is turned off: takes no more requests, ends its tasks, and returns once nothing of
     * it touches the device any more. Requests that are in flight may be finished first or be left: what is left goes to the next driver.
     *
     * <p>By then {@link RequestQueue#take} returns null. Afterwards, or after 10 seconds, the device is taken back whether or not the driver is ready. Context: a task of the
     * registry's.
     */
    void quiesce();
}
