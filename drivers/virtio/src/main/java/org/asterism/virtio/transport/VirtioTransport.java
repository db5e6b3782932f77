package org.asterism.virtio.transport;

import org.asterism.ostd.bus.DeviceException;

/** One virtio device as its bus presents it. Says what the device says; whether that makes sense is for the caller to see. */
public interface VirtioTransport {
    /**
     * The type of the device.
     *
     * @return as VIRTIO 1.2 §5 numbers them
     */
    int type();

    /**
     * Reads the device's status.
     *
     * @return bits of VIRTIO 1.2 §2.1
     */
    int readStatus();

    /**
     * Writes the device's status.
     *
     * @param status bits of VIRTIO 1.2 §2.1; 0 resets the device, which is done when it reads so
     */
    void writeStatus(int status);

    /**
     * What the device can do.
     *
     * @return bits of VIRTIO 1.2 §2.2, the first 64
     */
    long readFeatures();

    /**
     * What the driver uses of it.
     *
     * @param features a subset
     */
    void writeFeatures(long features);

    /**
     * How large a queue can be.
     *
     * @param queue its number
     * @return descriptors; 0 if there is no such queue
     */
    int queueCapacity(int queue);

    /**
     * Connects the interrupt that tells of changes in the configuration. Before those of queues.
     *
     * @param changed runs in a task
     * @throws DeviceException if there is no interrupt, or none may be had
     */
    void connectConfiguration(Runnable changed) throws DeviceException;

    /**
     * Connects the interrupt that tells of used chains. Before the queue is enabled.
     *
     * @param queue its number
     * @param used runs in a task; also when nothing was used, where queues share an interrupt
     * @throws DeviceException if there is no interrupt left
     */
    void connectQueue(int queue, Runnable used) throws DeviceException;

    /**
     * Gives the device a queue.
     *
     * @param queue its number
     * @param size descriptors, not more than its capacity
     * @param descriptors device address of the table of descriptors
     * @param available device address of what the driver makes available
     * @param used device address of what the device has used
     * @throws DeviceException if the device does not take it
     */
    void enableQueue(int queue, int size, long descriptors, long available, long used) throws DeviceException;

    /**
     * Tells the device that there are chains in a queue.
     *
     * @param queue its number, enabled
     */
    void notifyQueue(int queue);

    /**
     * Counts bytes of the configuration of the device type.
     *
     * @return how many can be read
     */
    long configurationBytes();

    /**
     * A number that changes when the configuration does.
     *
     * @return any
     */
    int configurationGeneration();

    /**
     * Reads the configuration of the device type.
     *
     * @param into as many bytes as are wanted of it, from the first
     */
    void readConfiguration(byte[] into);
}
