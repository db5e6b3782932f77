package org.asterism.virtio;

import static org.asterism.test.OstdAssertions.assertThat;

import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.spi.MemoryWindow;
import org.asterism.test.OstdTest;

/** PCI functions that say of their structures what cannot be. */
class HostileFunctionTest {
    private static final int REGION_BYTES = 4096;

    /** A function whose registers read as a test says. */
    private static final class Liar extends SimulatedFunction {
        Liar(int always, byte[]... structures) {
            super(0x1af4, 0x1044, 0xff_0000, 1);
            addRegion(0, new MemoryWindow() {
                @Override
                public long length() {
                    return REGION_BYTES;
                }

                @Override
                public long read(long offset, int bytes) {
                    return always;
                }

                @Override
                public void write(long offset, int bytes, long value) {
                }
            });
            for (byte[] structure : structures) {
                addCapability(9, structure);
            }
            addMessages(1, 4);
            addLine(1);
            addFunctionReset();
        }

        @Override
        protected void reset() {
        }
    }

    private static byte[] structure(int kind, int region, int offset, int length) {
        byte[] body = new byte[18];
        body[0] = 20;
        body[1] = (byte) kind;
        body[2] = (byte) region;
        for (int i = 0; i < 4; i++) {
            body[6 + i] = (byte) (offset >> 8 * i);
            body[10 + i] = (byte) (length >> 8 * i);
        }
        return body;
    }

    private static ProbingDriver drive(TestMachine machine, SimulatedFunction function) {
        return new ProbingDriver(VirtioType.ENTROPY, device -> {
            VirtioDevice virtio = VirtioDevice.open(device, VirtioType.ENTROPY, () -> { });
            virtio.negotiate(0);
            virtio.openQueue(0, 8, () -> { });
            return () -> { };
        }).drive(machine, function);
    }

    private static void refuses(TestMachine machine, String reason, byte[]... structures) {
        assertThat(drive(machine, new Liar(0, structures)).refusals).hasSize(1).first().asString().contains(reason);
        assertThat(machine).holdsNoLocks().hasLoggedNoErrors();
    }

    @OstdTest
    void noStructures(TestMachine machine) {
        refuses(machine, "has no virtio structure 1: it is from before virtio 1.0");
    }

    @OstdTest
    void aStructureInNoRegion(TestMachine machine) {
        refuses(machine, "has no region 77", structure(1, 77, 0, 56));
    }

    @OstdTest
    void aStructurePastTheEndOfItsRegion(TestMachine machine) {
        refuses(machine, "is 56 bytes at offset 0xfe0 of region 0, where it cannot be", structure(1, 0, REGION_BYTES - 32, 56));
    }

    @OstdTest
    void aStructureThatWrapsAround(TestMachine machine) {
        refuses(machine, "is 4294967295 bytes at offset 0xfffffffc of region 0", structure(1, 0, -4, -1));
    }

    @OstdTest
    void aStructureInTheTableOfMessages(TestMachine machine) {
        refuses(machine, "is 56 bytes at offset 0x20 of region 1, where it cannot be", structure(1, 1, 32, 56));
    }

    @OstdTest
    void aStructureThatIsTooShort(TestMachine machine) {
        refuses(machine, "is 4 bytes at offset 0x0", structure(1, 0, 0, 4));
    }

    @OstdTest
    void aStructureThatIsNotAligned(TestMachine machine) {
        refuses(machine, "at offset 0x2 of region 0, where it cannot be", structure(1, 0, 2, 56));
    }

    @OstdTest
    void aDeviceThatDoesNotReset(TestMachine machine) {
        ProbingDriver driver = drive(machine, new Liar(-1, structure(1, 0, 0, 56), structure(2, 0, 64, 4), structure(3, 0, 72, 1)));
        assertThat(driver.refusals).containsExactly("virtio device 0000:00:01.0 does not reset: its status is 0xff");
    }

    @OstdTest
    void aDeviceThatIsAllZeroes(TestMachine machine) {
        ProbingDriver driver = drive(machine, new Liar(0, structure(1, 0, 0, 56), structure(2, 0, 64, 4), structure(3, 0, 72, 1)));
        assertThat(driver.refusals).containsExactly("virtio device 0000:00:01.0 offers features 0x0 without VERSION_1 (bit 32): it is from before virtio 1.0");
    }
}
