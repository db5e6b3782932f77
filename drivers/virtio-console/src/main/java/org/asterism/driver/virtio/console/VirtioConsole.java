package org.asterism.driver.virtio.console;

import java.util.ArrayDeque;
import java.util.Deque;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.io.DmaCoherent;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.WaitQueue;
import org.asterism.virtio.VirtioDevice;
import org.asterism.virtio.VirtioType;
import org.asterism.virtio.Virtqueue;
import org.asterism.virtio.VirtqueueChain;

/** A console in operation. What has come stays in the device's memory until it is read, so that a device that talks too much must wait. */
final class VirtioConsole {
    private static final int RECEIVE = 0;
    private static final int TRANSMIT = 1;
    private static final int DESCRIPTORS = 8;
    private static final int BUFFERS = 8;
    private static final int BUFFER_BYTES = 512;
    private static final int OUTPUT_BYTES = 4096;

    private final VirtioDevice virtio;
    private final Virtqueue<Integer> receiving;
    private final Virtqueue<VirtioConsole> transmitting;
    private final DmaCoherent input;
    private final DmaCoherent output;
    private final VirtqueueChain<VirtioConsole> outgoing = new VirtqueueChain<>(this, 1);
    private final WaitQueue readers = new WaitQueue();
    private final WaitQueue writers = new WaitQueue();
    /** Guards what follows. */
    private final Mutex lock = new Mutex();
    private final Deque<VirtqueueChain<Integer>> arrived = new ArrayDeque<>();
    private int taken;
    private boolean sending;
    private volatile boolean gone;

    VirtioConsole(Device device) throws DeviceException {
        virtio = VirtioDevice.open(device, VirtioType.CONSOLE, this::changed);
        virtio.negotiate(0);
        receiving = virtio.openQueue(RECEIVE, DESCRIPTORS, this::received);
        transmitting = virtio.openQueue(TRANSMIT, DESCRIPTORS, this::sent);
        input = device.allocateDma(BUFFERS * BUFFER_BYTES);
        output = device.allocateDma(OUTPUT_BYTES);
    }

    void start() {
        virtio.start();
        for (int i = 0; i < Math.min(BUFFERS, receiving.size()); i++) {
            offer(new VirtqueueChain<>(i, 1));
        }
    }

    private void offer(VirtqueueChain<Integer> chain) {
        receiving.submit(chain.clear().writable(input, (long) chain.owner() * BUFFER_BYTES, BUFFER_BYTES));
    }

    private void received() {
        try (var held = lock.lock()) {
            for (VirtqueueChain<Integer> chain = receiving.takeUsed(); chain != null; chain = receiving.takeUsed()) {
                arrived.add(chain);
            }
        }
        readers.wakeAll();
    }

    private void sent() {
        try (var held = lock.lock()) {
            while (transmitting.takeUsed() != null) {
                sending = false;
            }
        }
        writers.wakeAll();
    }

    private void changed() {
        if (virtio.failure() != null) {
            end();
        }
    }

    private void end() {
        gone = true;
        readers.wakeAll();
        writers.wakeAll();
    }

    /** Where readers wait until {@link #isReadable}. */
    WaitQueue readers() {
        return readers;
    }

    /** Where writers wait until {@link #isWritable}. */
    WaitQueue writers() {
        return writers;
    }

    /** The device has failed or was taken away. */
    boolean isGone() {
        return gone;
    }

    boolean isReadable() {
        try (var held = lock.lock()) {
            return gone || !arrived.isEmpty();
        }
    }

    boolean isWritable() {
        try (var held = lock.lock()) {
            return gone || !sending;
        }
    }

    /** Takes bytes that have arrived; returns how many, 0 if there are none. */
    int take(byte[] into, int count) {
        int done = 0;
        try (var held = lock.lock()) {
            while (done < count && !gone && !arrived.isEmpty()) {
                VirtqueueChain<Integer> chain = arrived.peek();
                int some = (int) Math.min(count - done, chain.bytesWritten() - taken);
                input.read((long) chain.owner() * BUFFER_BYTES + taken, into, done, some);
                done += some;
                taken += some;
                if (taken == chain.bytesWritten()) {
                    taken = 0;
                    offer(arrived.poll());
                }
            }
        }
        return done;
    }

    /** Sends bytes; returns how many, 0 if others are on their way. */
    int send(byte[] from, int count) {
        try (var held = lock.lock()) {
            int some = Math.min(count, OUTPUT_BYTES);
            if (gone || sending || some == 0) {
                return 0;
            }
            output.write(0, from, 0, some);
            sending = transmitting.submit(outgoing.clear().readable(output, 0, some));
            return sending ? some : 0;
        }
    }

    void quiesce() {
        try (var held = lock.lock()) {
            gone = true;
        }
        virtio.stop();
        end();
    }
}
