package org.asterism.ostd.host.virtio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network adapter (VIRTIO 1.2 §5.1): what it sends its peer receives, which is another adapter, or itself. A frame for which there is no room is lost. */
public final class VirtioNetworkModel extends VirtioModel {
    /** Queue of room for frames that come. */
    public static final int RECEIVE = 0;
    /** Queue of frames that go. */
    public static final int TRANSMIT = 1;
    /** Bytes before each frame; those that this device writes are zeroes but for the count of buffers, which is 1. */
    public static final int HEADER_BYTES = 12;

    private static final int TYPE = 1;
    private static final long ADDRESS = 1L << 5;
    private static final int QUEUE_SIZE = 32;
    private static final int BUFFERS = 10;

    private final byte[] address;
    private final List<byte[]> sent = new ArrayList<>();
    private VirtioNetworkModel peer = this;
    private int lost;

    /**
     * An adapter that is its own peer.
     *
     * @param address 6 bytes
     */
    public VirtioNetworkModel(byte... address) {
        super(TYPE, VERSION_1 | ADDRESS, QUEUE_SIZE, QUEUE_SIZE);
        this.address = Arrays.copyOf(address, 6);
    }

    /**
     * Connects it to another, both ways.
     *
     * @param other its peer
     */
    public void connect(VirtioNetworkModel other) {
        peer = other;
        other.peer = this;
    }

    /**
     * What it has sent.
     *
     * @return frames without headers
     */
    public List<byte[]> sent() {
        return List.copyOf(sent);
    }

    /**
     * Counts frames that came when there was no room for them.
     *
     * @return since it was made
     */
    public int lost() {
        return lost;
    }

    /**
     * A frame comes from the wire.
     *
     * @param frame without header
     */
    public void receive(byte[] frame) {
        DeviceChain chain = queue(RECEIVE).take();
        if (chain == null || chain.room() < HEADER_BYTES + frame.length) {
            lost++;
            if (chain != null) {
                queue(RECEIVE).use(chain, 0);
            }
            return;
        }
        byte[] header = new byte[HEADER_BYTES];
        header[BUFFERS] = 1;
        chain.write(0, header);
        chain.write(HEADER_BYTES, frame);
        queue(RECEIVE).use(chain, HEADER_BYTES + frame.length);
    }

    @Override
    protected byte[] configuration() {
        return address.clone();
    }

    @Override
    protected void notified(int queue) {
        if (queue != TRANSMIT) {
            return;
        }
        for (DeviceChain chain = queue(TRANSMIT).take(); chain != null; chain = queue(TRANSMIT).take()) {
            byte[] content = chain.read();
            queue(TRANSMIT).use(chain, 0);
            if (content.length > HEADER_BYTES) {
                byte[] frame = Arrays.copyOfRange(content, HEADER_BYTES, content.length);
                sent.add(frame);
                peer.receive(frame);
            }
        }
    }
}
