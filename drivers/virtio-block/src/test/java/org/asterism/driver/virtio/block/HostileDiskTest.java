package org.asterism.driver.virtio.block;

import static org.asterism.test.OstdAssertions.assertThat;
import static org.asterism.test.OstdAssertions.assertThatCall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.kernel.block.BlockRequest.Operation;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.virtio.DeviceChain;
import org.asterism.ostd.host.virtio.VirtioFunction;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.service.fs.disk.Disks;
import org.asterism.test.OstdTest;

/** Disks that lie: the requests fail, the reason is logged, nothing else happens. */
class HostileDiskTest {
    private static final DriverOrigin GRANTED = DriverOrigin.of("org.asterism.virtio.block", "mmio", "irq", "dma");
    private static final int SECTOR = BlockDevice.SECTOR_BYTES;

    private static VirtioBlockDriver plug(TestMachine machine, Disks disks, HostileDisk model) {
        machine.plug(new VirtioFunction(model));
        VirtioBlockDriver driver = new VirtioBlockDriver(disks);
        Ostd.machine().devices().addDriver(driver, GRANTED);
        return driver;
    }

    private static long read(BlockDevice disk, int first, int count) throws KernelException {
        disk.read(first, new byte[count * SECTOR], 0, count);
        return count;
    }

    private static long write(BlockDevice disk, int first, int count) throws KernelException {
        disk.write(first, new byte[count * SECTOR], 0, count);
        return count;
    }

    /** Requests in flight and later ones end with EIO, the driver lets go, and the device has nothing left. */
    private static void failsFor(String reason, TestMachine machine, Disks disks, BiConsumer<HostileDisk, DeviceChain> lie) {
        int before = machine.framesInUse();
        VirtioBlockDriver driver = plug(machine, disks, new HostileDisk(lie));
        BlockDevice disk = disks.all().get(0);
        assertThatCall(() -> read(disk, 0, 1)).failsWith(Errno.EIO);
        assertThatCall(() -> write(disk, 1, 1)).failsWith(Errno.EIO);
        assertThatCall(() -> read(disk, 0, 64)).failsWith(Errno.EIO);
        assertThat(machine).hasLogged("virtio device 0000:00:01.0 has failed: it " + reason).holdsNoLocks();
        Ostd.machine().devices().removeDriver(driver, GRANTED);
        machine.settle();
        assertThat(machine).hasFramesInUse(before);
        assertThat(Ostd.machine().taint().toString()).doesNotContain("virtio");
    }

    @OstdTest
    void aChainOutOfRange(TestMachine machine, Disks disks) {
        failsFor("has used chain 4096 of queue 0, which was not there", machine, disks, (disk, chain) -> {
            disk.requests().push(4096, 1);
            disk.requests().interrupt();
        });
    }

    @OstdTest
    void aChainWithANegativeNumber(TestMachine machine, Disks disks) {
        failsFor("has used chain 4294967295 of queue 0, which was not there", machine, disks, (disk, chain) -> {
            disk.requests().push(-1, 1);
            disk.requests().interrupt();
        });
    }

    @OstdTest
    void aChainThatIsNotWithIt(TestMachine machine, Disks disks) {
        failsFor("has used chain 1 of queue 0, which was not there", machine, disks, (disk, chain) -> {
            disk.requests().push(chain.head() + 1, 1);
            disk.requests().interrupt();
        });
    }

    @OstdTest
    void oneChainTwice(TestMachine machine, Disks disks) {
        failsFor("has used 2 chains of queue 0, which had 1", machine, disks, (disk, chain) -> {
            disk.requests().push(chain.head(), 1);
            disk.requests().push(chain.head(), 1);
            disk.requests().interrupt();
        });
    }

    @OstdTest
    void moreChainsThanThereAre(TestMachine machine, Disks disks) {
        failsFor("has used 65535 chains of queue 0, which had 1", machine, disks, (disk, chain) -> {
            disk.requests().claimUsed(0xffff);
            disk.requests().interrupt();
        });
    }

    @OstdTest
    void moreBytesThanTheChainTakes(TestMachine machine, Disks disks) {
        failsFor("has written 514 bytes into a chain of queue 0 that takes 513", machine, disks, (disk, chain) -> {
            disk.requests().push(chain.head(), chain.room() + 1);
            disk.requests().interrupt();
        });
    }

    @OstdTest
    void fourGigabytesAtOnce(TestMachine machine, Disks disks) {
        failsFor("has written 4294967295 bytes into a chain of queue 0 that takes 513", machine, disks, (disk, chain) -> {
            disk.requests().push(chain.head(), -1);
            disk.requests().interrupt();
        });
    }

    @OstdTest
    void aDeviceThatNeedsAReset(TestMachine machine, Disks disks) {
        failsFor("needs a reset", machine, disks, (disk, chain) -> disk.die());
    }

    @OstdTest
    void resultsThatCannotBeFailTheirRequestOnly(TestMachine machine, Disks disks) throws Exception {
        List<BiConsumer<HostileDisk, DeviceChain>> answers = new ArrayList<>(List.of(
                // a status that nobody knows
                (disk, chain) -> {
                    chain.write(chain.room() - 1, new byte[] {77});
                    disk.requests().use(chain, chain.room());
                },
                // no status
                (disk, chain) -> disk.requests().use(chain, chain.room()),
                // success, but less data than was asked for
                (disk, chain) -> {
                    chain.write(chain.room() - 1, new byte[] {HostileDisk.OK});
                    disk.requests().use(chain, 1);
                },
                // success, and no bytes written at all
                (disk, chain) -> {
                    chain.write(chain.room() - 1, new byte[] {HostileDisk.OK});
                    disk.requests().use(chain, 0);
                }));
        plug(machine, disks, new HostileDisk((disk, chain) -> {
            if (answers.isEmpty()) {
                disk.succeed(chain);
            } else {
                answers.remove(0).accept(disk, chain);
            }
        }));
        BlockDevice disk = disks.all().get(0);
        for (int i = 0; i < 4; i++) {
            assertThatCall(() -> read(disk, 0, 1)).failsWith(Errno.EIO);
        }
        disk.read(0, new byte[SECTOR], 0, 1);
        disk.write(0, new byte[SECTOR], 0, 1);
        assertThat(machine).hasLoggedNoErrors();
    }

    @OstdTest
    void whatItWritesOverDescriptorsIsNeverRead(TestMachine machine, Disks disks) throws Exception {
        byte[] loop = new byte[32 * 16];
        for (int i = 0; i < 32; i++) {
            // each descriptor is followed by itself, at an address of nothing
            loop[16 * i + 12] = 3;
            loop[16 * i + 14] = (byte) i;
        }
        plug(machine, disks, new HostileDisk((disk, chain) -> {
            disk.scribble(disk.requests().descriptors(), loop);
            disk.succeed(chain);
        }));
        BlockDevice disk = disks.all().get(0);
        for (int i = 0; i < 40; i++) {
            disk.read(0, new byte[3 * SECTOR], 0, 3);
        }
        assertThat(machine).hasLoggedNoErrors();
    }

    @OstdTest
    void interruptsWithoutACauseAreNothing(TestMachine machine, Disks disks) throws Exception {
        HostileDisk model = new HostileDisk(HostileDisk::succeed);
        plug(machine, disks, model);
        for (int i = 0; i < 100; i++) {
            model.requests().interrupt();
            machine.settle();
        }
        disks.all().get(0).read(0, new byte[SECTOR], 0, 1);
        assertThat(machine).hasLoggedNoErrors();
    }

    @OstdTest
    void aDeviceThatNeverAnswersIsLetGo(TestMachine machine, Disks disks) throws Exception {
        VirtioBlockDriver driver = plug(machine, disks, new HostileDisk((disk, chain) -> { }));
        BlockDevice disk = disks.all().get(0);
        List<BlockRequest> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            requests.add(disk.submit(Operation.READ, i, 1, new byte[SECTOR], 0));
        }
        machine.settle();
        Ostd.machine().devices().removeDriver(driver, GRANTED);
        assertThat(machine).hasLogged("was let go by org.asterism.virtio.block, with 9 requests in flight").holdsNoLocks();
    }

    @OstdTest
    void nonsenseAboutItselfIsRefused(TestMachine machine, Disks disks) {
        plug(machine, disks, new HostileDisk(0, -1, 64, HostileDisk::succeed));
        plug(machine, disks, new HostileDisk(BlockLayout.BLOCK_SIZE, 64, 64, HostileDisk::succeed).configured(BlockLayout.BLOCK_BYTES, 1000));
        plug(machine, disks, new HostileDisk(BlockLayout.BLOCK_SIZE, 64, 64, HostileDisk::succeed).configured(BlockLayout.BLOCK_BYTES, 0));
        plug(machine, disks, new HostileDisk(BlockLayout.BLOCK_SIZE, 64, 64, HostileDisk::succeed).configured(BlockLayout.BLOCK_BYTES, 1 << 31));
        plug(machine, disks, new HostileDisk(BlockLayout.SIZE_MAX, 64, 64, HostileDisk::succeed).configured(BlockLayout.LONGEST_PART, 511));
        plug(machine, disks, new HostileDisk(0, 64, 2, HostileDisk::succeed));
        plug(machine, disks, new HostileDisk(0, 64, 0, HostileDisk::succeed));
        assertThat(disks.all()).isEmpty();
        assertThat(DeviceRegistry.devices()).hasSize(7).allMatch(view -> view.driver().isEmpty());
        assertThat(machine).hasLogged("says that it has 0xffffffffffffffff sectors").hasLogged("has blocks of 1000 bytes").hasLogged("has blocks of 0 bytes")
                .hasLogged("has blocks of 2147483648 bytes").hasLogged("takes 511 bytes at once").hasLogged("has a queue of 2 descriptors")
                .hasLogged("has no queue 0").holdsNoLocks();
    }
}
