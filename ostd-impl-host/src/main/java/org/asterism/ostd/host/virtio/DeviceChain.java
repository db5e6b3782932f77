package org.asterism.ostd.host.virtio;

import java.util.ArrayList;
import java.util.List;

/** A chain as the device has it: bytes that it reads, and room that it writes. */
public final class DeviceChain {
    private static final int MOST_BYTES = 1 << 24;

    private final VirtioTransportModel transport;
    private final int head;
    private final List<Part> readable = new ArrayList<>();
    private final List<Part> writable = new ArrayList<>();
    private boolean sound = true;

    private record Part(long address, int length) {
    }

    DeviceChain(VirtioTransportModel transport, int head) {
        this.transport = transport;
        this.head = head;
    }

    void add(long address, int length, boolean isWritable) {
        sound &= length > 0 && length <= MOST_BYTES && (isWritable || writable.isEmpty());
        (isWritable ? writable : readable).add(new Part(address, length));
    }

    /** Whether lengths make sense and what is read comes before what is written. */
    boolean isSound() {
        return sound;
    }

    /**
     * Its token.
     *
     * @return number of its first descriptor
     */
    public int head() {
        return head;
    }

    /**
     * Counts bytes that the device may write.
     *
     * @return in all parts
     */
    public int room() {
        return writable.stream().mapToInt(Part::length).sum();
    }

    /**
     * Reads what the driver has put there.
     *
     * @return all of it
     */
    public byte[] read() {
        byte[] content = new byte[readable.stream().mapToInt(Part::length).sum()];
        int at = 0;
        for (Part part : readable) {
            byte[] bytes = new byte[part.length];
            transport.read(part.address, bytes);
            System.arraycopy(bytes, 0, content, at, bytes.length);
            at += bytes.length;
        }
        return content;
    }

    /**
     * Writes into the room.
     *
     * @param offset where in it
     * @param content as much as fits
     */
    public void write(int offset, byte[] content) {
        int start = 0;
        for (Part part : writable) {
            int from = Math.max(offset, start);
            int to = Math.min(offset + content.length, start + part.length);
            if (from < to) {
                byte[] bytes = new byte[to - from];
                System.arraycopy(content, from - offset, bytes, 0, bytes.length);
                transport.write(part.address + from - start, bytes);
            }
            start += part.length;
        }
    }
}
