package org.asterism.ostd.host.virtio;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** A console with one port (VIRTIO 1.2 §5.3): what is typed waits until the driver has room for it. */
public final class VirtioConsoleModel extends VirtioModel {
    private static final int TYPE = 3;
    private static final int RECEIVE = 0;
    private static final int TRANSMIT = 1;
    private static final int QUEUE_SIZE = 16;
    private static final int CONFIGURATION_BYTES = 12;

    private final Deque<Byte> typed = new ArrayDeque<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    /** A console. */
    public VirtioConsoleModel() {
        super(TYPE, VERSION_1, QUEUE_SIZE, QUEUE_SIZE);
    }

    /**
     * Types.
     *
     * @param bytes copied
     */
    public void type(byte[] bytes) {
        for (byte typedByte : bytes) {
            typed.add(typedByte);
        }
        deliver();
    }

    /**
     * What was written to it.
     *
     * @return all bytes so far
     */
    public byte[] output() {
        return output.toByteArray();
    }

    @Override
    protected byte[] configuration() {
        return new byte[CONFIGURATION_BYTES];
    }

    @Override
    protected void notified(int queue) {
        if (queue == RECEIVE) {
            deliver();
            return;
        }
        for (DeviceChain chain = queue(TRANSMIT).take(); chain != null; chain = queue(TRANSMIT).take()) {
            output.writeBytes(chain.read());
            queue(TRANSMIT).use(chain, 0);
        }
    }

    private void deliver() {
        DeviceChain chain = typed.isEmpty() ? null : queue(RECEIVE).take();
        while (chain != null) {
            byte[] some = new byte[Math.min(chain.room(), typed.size())];
            for (int i = 0; i < some.length; i++) {
                some[i] = typed.poll();
            }
            chain.write(0, some);
            queue(RECEIVE).use(chain, some.length);
            chain = typed.isEmpty() ? null : queue(RECEIVE).take();
        }
    }
}
