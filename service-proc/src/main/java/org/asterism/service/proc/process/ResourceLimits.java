package org.asterism.service.proc.process;

import org.asterism.kernel.abi.ResourceConstants;

/** The soft and hard limits of a process, as getrlimit(2). Guarded by nothing: each value is read and written alone. */
public final class ResourceLimits {
    private static final long STACK_BYTES = 8 << 20;
    private static final int DESCRIPTORS = 1024;
    private static final int DESCRIPTORS_HARD = 4096;
    private static final int PROCESSES = 4096;
    private static final long LOCKED_BYTES = 8 << 20;
    private static final long MESSAGE_QUEUE_BYTES = 819_200;

    private final long[] soft;
    private final long[] hard;

    /** The limits of the first process. */
    public ResourceLimits() {
        soft = new long[ResourceConstants.RESOURCES];
        hard = new long[ResourceConstants.RESOURCES];
        for (int resource = 0; resource < soft.length; resource++) {
            set(resource, ResourceConstants.RLIM_INFINITY, ResourceConstants.RLIM_INFINITY);
        }
        set(ResourceConstants.RLIMIT_STACK, STACK_BYTES, ResourceConstants.RLIM_INFINITY);
        set(ResourceConstants.RLIMIT_CORE, 0, ResourceConstants.RLIM_INFINITY);
        set(ResourceConstants.RLIMIT_NOFILE, DESCRIPTORS, DESCRIPTORS_HARD);
        set(ResourceConstants.RLIMIT_NPROC, PROCESSES, PROCESSES);
        set(ResourceConstants.RLIMIT_MEMLOCK, LOCKED_BYTES, LOCKED_BYTES);
        set(ResourceConstants.RLIMIT_SIGPENDING, PROCESSES, PROCESSES);
        set(ResourceConstants.RLIMIT_MSGQUEUE, MESSAGE_QUEUE_BYTES, MESSAGE_QUEUE_BYTES);
        set(ResourceConstants.RLIMIT_NICE, 0, 0);
        set(ResourceConstants.RLIMIT_RTPRIO, 0, 0);
    }

    private ResourceLimits(ResourceLimits other) {
        soft = other.soft.clone();
        hard = other.hard.clone();
    }

    /**
     * A copy for a child.
     *
     * @return independent of this
     */
    public ResourceLimits copy() {
        return new ResourceLimits(this);
    }

    /**
     * The limit that counts.
     *
     * @param resource as getrlimit(2)
     * @return −1 for none
     */
    public long soft(int resource) {
        return soft[resource];
    }

    /**
     * The ceiling of the limit.
     *
     * @param resource as getrlimit(2)
     * @return −1 for none
     */
    public long hard(int resource) {
        return hard[resource];
    }

    /**
     * Sets a limit.
     *
     * @param resource as getrlimit(2)
     * @param newSoft −1 for none
     * @param newHard −1 for none
     */
    public void set(int resource, long newSoft, long newHard) {
        soft[resource] = newSoft;
        hard[resource] = newHard;
    }
}
