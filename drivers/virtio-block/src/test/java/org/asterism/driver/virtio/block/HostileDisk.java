package org.asterism.driver.virtio.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;
import org.asterism.ostd.host.virtio.DeviceChain;
import org.asterism.ostd.host.virtio.DeviceQueue;
import org.asterism.ostd.host.virtio.VirtioModel;

/** A disk that answers as a test says. */
final class HostileDisk extends VirtioModel {
    static final int OK = 0;

    private final BiConsumer<HostileDisk, DeviceChain> answer;
    private final byte[] configuration;

    HostileDisk(BiConsumer<HostileDisk, DeviceChain> answer) {
        this(0, 64, 64, answer);
    }

    HostileDisk(long features, long sectors, int queueSize, BiConsumer<HostileDisk, DeviceChain> answer) {
        super(2, VERSION_1 | features, queueSize);
        this.answer = answer;
        configuration = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(0, sectors).array();
    }

    /** Changes what it says of itself. */
    HostileDisk configured(int offset, int value) {
        ByteBuffer.wrap(configuration).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        return this;
    }

    DeviceQueue requests() {
        return queue(0);
    }

    void die() {
        needReset();
    }

    void scribble(long address, byte[] bytes) {
        write(address, bytes);
    }

    /** Carries a request out without doing anything. */
    void succeed(DeviceChain chain) {
        chain.write(chain.room() - 1, new byte[] {OK});
        requests().use(chain, chain.room());
    }

    @Override
    protected byte[] configuration() {
        return configuration;
    }

    @Override
    protected void notified(int queue) {
        for (DeviceChain chain = requests().take(); chain != null; chain = requests().take()) {
            answer.accept(this, chain);
        }
    }
}
