package org.asterism.service.fs.pipe;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Poller;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.mm.PageSize;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitCondition;
import org.asterism.ostd.sync.WaitQueue;

/**
 * A ring of bytes in frames. Fields change under the lock and are read without it by wait conditions and polls.
 */
final class Pipe {
    /** Writes up to this many bytes are not mixed with others. */
    static final int ATOMIC_BYTES = 4096;

    private static final int DEFAULT_CAPACITY = 65536;
    private static final int MAX_CAPACITY = 1 << 20;
    private static final long PEER_THERE = -1;

    private final Mutex lock = new Mutex();
    private final WaitQueue readable = new WaitQueue();
    private final WaitQueue writable = new WaitQueue();
    private volatile long head;
    private volatile long tail;
    private volatile int capacity = DEFAULT_CAPACITY;
    private volatile int readers;
    private volatile int writers;
    private volatile long readersEver;
    private volatile long writersEver;
    private final WaitCondition notEmpty = () -> tail > head || writers == 0;
    private final WaitCondition anyRoom = () -> tail - head < capacity || readers == 0;
    /** The last to be made: if memory ran out after it, it would be there without an owner to close it. */
    private final FrameTable pages = FrameTable.create();

    Pipe() {
    }

    long read(UserThread thread, MemoryWriter into, boolean mayWait) throws KernelException {
        if (into.remaining() == 0) {
            return 0;
        }
        while (true) {
            try (var held = lock.lock()) {
                if (tail > head) {
                    return take(into);
                }
                if (writers == 0) {
                    return 0;
                }
            }
            if (!mayWait) {
                throw KernelException.of(Errno.EAGAIN);
            }
            await(thread, readable, notEmpty);
        }
    }

    private long take(MemoryWriter into) throws KernelException {
        boolean wasFull = tail - head > capacity - ATOMIC_BYTES;
        long done = 0;
        while (tail > head && into.remaining() > 0) {
            int at = (int) (head % capacity);
            int part = (int) Math.min(Math.min(tail - head, capacity - at), into.remaining());
            int copied = into.write(pages, at, part);
            head += copied;
            done += copied;
            if (copied < part) {
                break;
            }
        }
        if (head == tail) {
            tail = 0;
            head = 0;
        }
        if (wasFull || done > 0) {
            writable.wakeAll();
        }
        if (done == 0) {
            throw KernelException.of(Errno.EFAULT);
        }
        return done;
    }

    long write(UserThread thread, MemoryReader from, boolean mayWait) throws KernelException {
        long total = from.remaining();
        long atomic = total <= ATOMIC_BYTES ? total : 1;
        long done = 0;
        while (from.remaining() > 0) {
            try (var held = lock.lock()) {
                if (readers == 0) {
                    if (thread != null) {
                        thread.signal(Signals.SIGPIPE);
                    }
                    return partial(done, Errno.EPIPE);
                }
                if (capacity - (tail - head) >= atomic) {
                    long copied = put(from);
                    if (copied == 0) {
                        return partial(done, Errno.EFAULT);
                    }
                    done += copied;
                    continue;
                }
            }
            if (!mayWait) {
                return partial(done, Errno.EAGAIN);
            }
            WaitCondition room = atomic == 1 ? anyRoom : RoomWait.in(this, atomic);
            try {
                await(thread, writable, room);
            } catch (KernelException interrupted) {
                if (done > 0) {
                    return done;
                }
                throw interrupted;
            }
        }
        return done;
    }

    private long put(MemoryReader from) {
        long done = 0;
        while (tail - head < capacity && from.remaining() > 0) {
            int at = (int) (tail % capacity);
            int part = (int) Math.min(Math.min(capacity - (tail - head), capacity - at), from.remaining());
            int copied = from.read(pages, at, part);
            tail += copied;
            done += copied;
            if (copied < part) {
                break;
            }
        }
        readable.wakeAll();
        return done;
    }

    /** Whether a write of some bytes need not wait. */
    boolean hasRoom(long bytes) {
        return capacity - (tail - head) >= bytes || readers == 0;
    }

    private static long partial(long done, Errno otherwise) throws KernelException {
        if (done == 0) {
            throw KernelException.of(otherwise);
        }
        return done;
    }

    private static void await(UserThread thread, WaitQueue queue, WaitCondition condition) throws KernelException {
        if (thread == null) {
            queue.await(condition);
        } else {
            thread.await(queue, condition);
        }
    }

    int pollReader(Poller poller, long writersSeen) {
        if (poller != null) {
            poller.register(readable);
        }
        int events = tail > head ? PollEvents.READABLE : 0;
        return writers == 0 && writersEver != writersSeen ? events | PollEvents.POLLHUP : events;
    }

    int pollWriter(Poller poller) {
        if (poller != null) {
            poller.register(writable);
        }
        int events = capacity - (tail - head) >= ATOMIC_BYTES ? PollEvents.WRITABLE : 0;
        return readers == 0 ? events | PollEvents.POLLERR : events;
    }

    long available() {
        return Math.max(0, tail - head);
    }

    int capacity() {
        return capacity;
    }

    /** Resizes to a power of two of pages; {@code EBUSY} if the bytes there do not fit. */
    int resize(int wanted) throws KernelException {
        if (wanted <= 0) {
            throw KernelException.of(Errno.EINVAL);
        }
        if (wanted > MAX_CAPACITY) {
            throw KernelException.of(Errno.EPERM);
        }
        int size = PageSize.BYTES;
        while (size < wanted) {
            size <<= 1;
        }
        try (var held = lock.lock()) {
            int bytes = (int) (tail - head);
            if (bytes > size) {
                throw KernelException.of(Errno.EBUSY);
            }
            byte[] content = new byte[bytes];
            int at = (int) (head % capacity);
            int first = Math.min(bytes, capacity - at);
            pages.read(at, content, 0, first);
            pages.read(0, content, first, bytes - first);
            pages.write(0, content, 0, bytes);
            pages.truncate(size);
            head = 0;
            tail = bytes;
            capacity = size;
            writable.wakeAll();
            return size;
        }
    }

    long writersEver() {
        return writersEver;
    }

    /**
     * Adds an end.
     *
     * @return what {@link #awaitPeer} has to know: how often the other side had been opened, or -1 if it is open now. It is
     *     taken here, before the other side can notice this end, use it and be gone again
     */
    long add(boolean reader, boolean writer) {
        long before;
        try (var held = lock.lock()) {
            if (reader) {
                before = writers > 0 ? PEER_THERE : writersEver;
            } else {
                before = readers > 0 ? PEER_THERE : readersEver;
            }
            if (reader) {
                readers++;
                readersEver++;
            }
            if (writer) {
                writers++;
                writersEver++;
            }
        }
        readable.wakeAll();
        writable.wakeAll();
        return before;
    }

    void remove(boolean reader, boolean writer) {
        try (var held = lock.lock()) {
            if (reader) {
                readers--;
            }
            if (writer) {
                writers--;
            }
            if (readers == 0 && writers == 0) {
                head = 0;
                tail = 0;
                pages.close();
            }
        }
        readable.wakeAll();
        writable.wakeAll();
    }

    boolean hasReaders() {
        return readers > 0;
    }

    boolean hasWriters() {
        return writers > 0;
    }

    /** Sleeps until the other side has been opened since {@code before}, which {@link #add} told. */
    void awaitPeer(UserThread thread, boolean reader, long before) throws KernelException {
        if (before == PEER_THERE) {
            return;
        }
        if (reader) {
            await(thread, readable, () -> writersEver != before);
        } else {
            await(thread, writable, () -> readersEver != before);
        }
    }
}
