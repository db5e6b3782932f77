package org.asterism.kernel.abi;

/** Events of poll(2) and epoll(7). Source: poll.h, epoll.h. */
public final class PollEvents {
    /** Data to read. */
    public static final int POLLIN = 1;

    /** Urgent data. */
    public static final int POLLPRI = 2;

    /** Room to write. */
    public static final int POLLOUT = 4;

    /** An error. */
    public static final int POLLERR = 8;

    /** The other side is gone. */
    public static final int POLLHUP = 0x10;

    /** No such descriptor. */
    public static final int POLLNVAL = 0x20;

    /** Same as POLLIN. */
    public static final int POLLRDNORM = 0x40;

    /** Priority data to read. */
    public static final int POLLRDBAND = 0x80;

    /** Same as POLLOUT. */
    public static final int POLLWRNORM = 0x100;

    /** Room for priority data. */
    public static final int POLLWRBAND = 0x200;

    /** The peer writes no more. */
    public static final int POLLRDHUP = 0x2000;

    /** What a readable file reports. */
    public static final int READABLE = POLLIN | POLLRDNORM;

    /** What a writable file reports. */
    public static final int WRITABLE = POLLOUT | POLLWRNORM;

    /** Wake one waiter. */
    public static final int EPOLLEXCLUSIVE = 1 << 28;

    /** Keep the system awake. */
    public static final int EPOLLWAKEUP = 1 << 29;

    /** Disable after one report. */
    public static final int EPOLLONESHOT = 1 << 30;

    /** Report changes only. */
    public static final int EPOLLET = 1 << 31;

    private PollEvents() {
    }
}
