package org.asterism.service.fs.poll;

import java.util.HashMap;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.Allocation;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.sync.WaitQueue;

/** An epoll file: interests by descriptor, and those among them that may be ready. Source: epoll(7). */
public final class EpollFile extends OpenFile {
    private final Mutex lock = new Mutex();
    private final Map<Integer, EpollInterest> interests = new HashMap<>();
    private final WaitQueue waiting = new WaitQueue();
    private final SpinLock readyLock = new SpinLock();
    private EpollInterest firstReady;
    private EpollInterest lastReady;

    /**
     * An epoll file without interests.
     *
     * @param flags O_RDWR
     */
    public EpollFile(int flags) {
        super(flags);
    }

    /**
     * Adds an interest.
     *
     * @param descriptor by which it is changed and removed
     * @param file what to watch; not retained: the interest ends with it
     * @param events EPOLL*
     * @param data given back with events
     * @throws KernelException {@code EEXIST}; {@code ELOOP} for an epoll file
     */
    public void add(int descriptor, OpenFile file, int events, long data) throws KernelException {
        if (file instanceof EpollFile) {
            throw KernelException.of(Errno.ELOOP);
        }
        try (var held = lock.lock()) {
            EpollInterest known = interests.get(descriptor);
            if (known != null && known.file() == file) {
                throw KernelException.of(Errno.EEXIST);
            }
            EpollInterest interest = new EpollInterest(this, file);
            interests.put(descriptor, interest);
            Allocation.commit();
            if (known != null) {
                known.leave();
            }
            arm(interest, events, data);
        }
    }

    /**
     * Changes an interest.
     *
     * @param descriptor as it was added
     * @param file as it was added
     * @param events EPOLL*
     * @param data given back with events
     * @throws KernelException {@code ENOENT}
     */
    public void change(int descriptor, OpenFile file, int events, long data) throws KernelException {
        try (var held = lock.lock()) {
            EpollInterest interest = find(descriptor, file);
            Allocation.commit();
            arm(interest, events, data);
        }
    }

    private void arm(EpollInterest interest, int events, long data) {
        interest.leaveQueues();
        interest.events = events;
        interest.data = data;
        interest.file().poll(interest);
        if (interest.holding() != 0) {
            markReady(interest);
        }
    }

    /**
     * Removes an interest.
     *
     * @param descriptor as it was added
     * @param file as it was added
     * @throws KernelException {@code ENOENT}
     */
    public void remove(int descriptor, OpenFile file) throws KernelException {
        try (var held = lock.lock()) {
            EpollInterest interest = find(descriptor, file);
            interests.remove(descriptor);
            interest.leave();
        }
    }

    private EpollInterest find(int descriptor, OpenFile file) throws KernelException {
        EpollInterest known = interests.get(descriptor);
        if (known == null || known.file() != file) {
            throw KernelException.of(Errno.ENOENT);
        }
        return known;
    }

    /** Puts an interest into the ready list. Called in atomic context, by wake-ups. */
    void markReady(EpollInterest interest) {
        try (var held = readyLock.lock()) {
            if (interest.isReady) {
                return;
            }
            interest.isReady = true;
            interest.nextReady = null;
            if (lastReady == null) {
                firstReady = interest;
            } else {
                lastReady.nextReady = interest;
            }
            lastReady = interest;
        }
        // an epoll file watches no other, so only tasks wait here
        waiting.wakeTasks();
    }

    private EpollInterest takeReady() {
        try (var held = readyLock.lock()) {
            EpollInterest interest = firstReady;
            if (interest != null) {
                firstReady = interest.nextReady;
                if (firstReady == null) {
                    lastReady = null;
                }
                interest.isReady = false;
                interest.nextReady = null;
            }
            return interest;
        }
    }

    /**
     * Collects events without waiting.
     *
     * @param into gets them, until it is full
     * @return how many it holds
     */
    public int collect(EventRecords into) {
        // what was taken from the list must come back to it
        try (var assured = Allocation.assured(); var held = lock.lock()) {
            EpollInterest again = null;
            EpollInterest interest = takeReady();
            while (interest != null) {
                int events = report(interest);
                if (events != 0) {
                    into.add(events, interest.data);
                    if (!interest.isEdgeTriggered()) {
                        interest.nextReady = again;
                        again = interest;
                    }
                    interest.reported();
                }
                interest = into.isFull() ? null : takeReady();
            }
            while (again != null) {
                EpollInterest next = again.nextReady;
                again.nextReady = null;
                markReady(again);
                again = next;
            }
            return into.count();
        }
    }

    private int report(EpollInterest interest) {
        if (!interest.file().tryRetain()) {
            forget(interest);
            return 0;
        }
        try {
            return interest.holding();
        } finally {
            interest.file().release();
        }
    }

    @SlowPath("a watched file was closed: its interest ends")
    private void forget(EpollInterest interest) {
        interests.values().remove(interest);
        interest.leaveQueues();
    }

    /**
     * Waits for events.
     *
     * @param thread the caller
     * @param into as {@link #collect}
     * @param deadlineNanos monotonic nanoseconds
     * @return how many; 0 when the time is up
     * @throws KernelException {@code ERESTARTNOHAND}
     */
    public int await(UserThread thread, EventRecords into, long deadlineNanos) throws KernelException {
        int count = collect(into);
        if (count > 0) {
            return count;
        }
        try (PollWait wait = PollWait.begin()) {
            wait.register(waiting);
            do {
                count = collect(into);
            } while (count == 0 && wait.sleep(thread, deadlineNanos));
            return count;
        }
    }

    @Override
    public int poll(Poller poller) {
        if (poller != null) {
            poller.register(waiting);
        }
        try (var held = readyLock.lock()) {
            return firstReady == null ? 0 : PollEvents.READABLE;
        }
    }

    @Override
    public String path() {
        return "anon_inode:[eventpoll]";
    }

    @Override
    protected void closed() {
        try (var held = lock.lock()) {
            for (EpollInterest interest : interests.values()) {
                interest.leaveQueues();
            }
            interests.clear();
        }
    }
}
