package org.asterism.ostd.bus;

/** A device cannot be had or used: something is not granted, not there, or does not answer as it should. */
public class DeviceException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * A reason.
     *
     * @param message lower-case, with the value seen and what to do
     */
    public DeviceException(String message) {
        super(message);
    }
}
