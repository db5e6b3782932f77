package ${package};

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.bus.Device;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.bus.DeviceIdentity;
import org.asterism.ostd.bus.Driver;
import org.asterism.ostd.bus.DriverInstance;
import org.asterism.ostd.bus.PciIdentity;
import org.asterism.ostd.io.IoMem;
import org.osgi.service.component.annotations.Component;

/** Takes a device if it answers as it should, and tells of it in {@code /proc/${artifactId}}. */
@Component
public final class PciDriver implements Driver, ProcEntry {
    private static final int VENDOR = 0x1234;
    private static final int DEVICE = 0x11e8;
    /** Offset of a register that reads as the complement of what was written. */
    private static final int LIVENESS = 4;
    private static final int PROBE_WORD = 0x5aa5_0ff0;

    private volatile String state = "no device\n";

    /** For the assembler, which wires components. */
    public PciDriver() {}

    @Override
    public boolean match(DeviceIdentity identity) {
        return identity instanceof PciIdentity pci && pci.is(VENDOR, DEVICE);
    }

    @Override
    public DriverInstance probe(Device device) throws DeviceException {
        IoMem registers = device.openRegisters(0);
        registers.write32(LIVENESS, PROBE_WORD);
        int answer = registers.read32(LIVENESS);
        if (answer != ~PROBE_WORD) {
            throw new DeviceException("device " + device.identity().location() + " answers 0x" + Integer.toHexString(answer)
                    + " where it should answer 0x" + Integer.toHexString(~PROBE_WORD));
        }
        state = "alive at " + device.identity().location() + "\n";
        return () -> state = "no device\n";
    }

    @Override
    public String path() {
        return "${artifactId}";
    }

    @Override
    public byte[] content() {
        return state.getBytes(StandardCharsets.US_ASCII);
    }
}
