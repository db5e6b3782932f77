package org.asterism.service.fs.poll;

import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.ostd.sync.Waiter;

/** What an epoll file wants to know of one file. Fields without a word on them are guarded by the epoll file's lock. */
final class EpollInterest implements Poller {
    private static final int ALWAYS = PollEvents.POLLERR | PollEvents.POLLHUP;
    private static final int INPUT_FLAGS =
            PollEvents.EPOLLET | PollEvents.EPOLLONESHOT | PollEvents.EPOLLEXCLUSIVE | PollEvents.EPOLLWAKEUP;

    private final EpollFile epoll;
    private final OpenFile file;
    private Place places;
    int events;
    long data;
    /** Next in the ready list; guarded by the list's lock. */
    EpollInterest nextReady;
    /** Whether it is in the ready list; guarded by the list's lock. */
    boolean isReady;

    EpollInterest(EpollFile epoll, OpenFile file) {
        this.epoll = epoll;
        this.file = file;
    }

    OpenFile file() {
        return file;
    }

    @Override
    @SlowPath("epoll_ctl(2) takes the places in wait queues; epoll_wait(2) asks files without a poller")
    public void register(WaitQueue queue) {
        Place place = new Place(queue, places);
        queue.enqueue(place);
        places = place;
    }

    /** Ends this interest: nothing more is reported. */
    void leave() {
        leaveQueues();
        events = 0;
    }

    void leaveQueues() {
        for (Place place = places; place != null; place = place.next) {
            place.queue.remove(place);
        }
        places = null;
    }

    /** The wanted events that hold now; 0 also when a one-shot interest has been reported. */
    int holding() {
        int wanted = events & ~INPUT_FLAGS;
        return wanted == 0 ? 0 : file.poll(null) & (wanted | ALWAYS);
    }

    boolean isEdgeTriggered() {
        return (events & PollEvents.EPOLLET) != 0;
    }

    /** After a report: a one-shot interest is disabled until it is changed. */
    void reported() {
        if ((events & PollEvents.EPOLLONESHOT) != 0) {
            events &= INPUT_FLAGS;
        }
    }

    private final class Place extends Waiter {
        private final WaitQueue queue;
        private final Place next;

        Place(WaitQueue queue, Place next) {
            super(null);
            this.queue = queue;
            this.next = next;
        }

        @Override
        protected void wake() {
            epoll.markReady(EpollInterest.this);
        }
    }
}
