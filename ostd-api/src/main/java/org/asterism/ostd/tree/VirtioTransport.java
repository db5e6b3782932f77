package org.asterism.ostd.tree;

import java.util.ArrayList;
import java.util.List;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.PlatformIdentity;
import org.asterism.ostd.line.InterruptLines;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.spi.DeviceHost;
import org.asterism.ostd.spi.MemoryWindow;

/**
 * A virtio device behind registers in memory (VIRTIO 1.2 §4.2). It has the name {@code virtio,device} with its kind in hexadecimal beside {@code virtio,mmio}, as
 * the Devicetree binding "virtio-device" writes it; places without a device are none.
 */
final class VirtioTransport extends PlatformDevice {
    /** What a tree calls such registers. */
    static final String COMPATIBLE = "virtio,mmio";

    private static final int MAGIC = 0x00;
    private static final int MAGIC_VALUE = 0x7472_6976;
    private static final int VERSION = 0x04;
    private static final int VERSION_LEGACY = 1;
    private static final int VERSION_MODERN = 2;
    private static final int KIND = 0x08;
    private static final int STATUS = 0x70;
    private static final int LEAST_BYTES = 0x100;

    private final MemoryWindow registers;

    private VirtioTransport(PlatformIdentity identity, DeviceHost machine, InterruptLines lines, Resources resources, MemoryWindow registers) {
        super(identity, machine, lines, resources);
        this.registers = registers;
    }

    /**
     * Looks who is there.
     *
     * @return null if nobody is
     * @throws DeviceException if it is nobody of whom a driver could make use
     */
    static VirtioTransport find(String location, DeviceHost machine, InterruptLines lines, Resources resources) throws DeviceException {
        if (resources.lengths()[0] < LEAST_BYTES) {
            throw new DeviceException("its registers have " + resources.lengths()[0] + " bytes, which is less than " + LEAST_BYTES);
        }
        MemoryWindow registers = machine.mapOwn(resources.starts()[0], resources.lengths()[0]);
        int magic = (int) registers.read(MAGIC, 4);
        int version = (int) registers.read(VERSION, 4);
        if (magic != MAGIC_VALUE) {
            throw new DeviceException("its first word is 0x" + Integer.toHexString(magic) + ", not 0x" + Integer.toHexString(MAGIC_VALUE));
        }
        int kind = (int) registers.read(KIND, 4);
        if (kind == 0) {
            return null;
        }
        if (version != VERSION_MODERN) {
            throw new DeviceException("it has version " + version + ", not 2" + (version == VERSION_LEGACY
                    ? ": the legacy interface; start QEMU with -global virtio-mmio.force-legacy=false" : ""));
        }
        List<String> also = new ArrayList<>();
        also.add("virtio,device" + Integer.toHexString(kind));
        return new VirtioTransport(new PlatformIdentity(location, COMPATIBLE, also), machine, lines, resources, registers);
    }

    /** A device that is reset has forgotten its queues (§2.1.2). */
    @Override
    public boolean reset() {
        registers.write(STATUS, 4, 0);
        boolean done = registers.read(STATUS, 4) == 0;
        if (!done) {
            Log.warning("device " + identity().location() + " does not reset; what it could reach stays its own");
        }
        return done;
    }
}
