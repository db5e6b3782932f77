package org.asterism.driver.virtio.block;

import static org.asterism.test.OstdAssertions.assertThat;
import static org.asterism.test.OstdAssertions.assertThatCall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockGeometry;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.kernel.block.BlockRequest.Operation;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.host.virtio.VirtioBlockModel;
import org.asterism.ostd.host.virtio.VirtioFunction;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.asterism.service.fs.disk.Disks;
import org.asterism.test.OstdTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class VirtioBlockTest {
    private static final DriverOrigin GRANTED = DriverOrigin.of("org.asterism.virtio.block", "mmio", "irq", "dma");
    private static final int SECTORS = 1024;
    private static final int SECTOR = BlockDevice.SECTOR_BYTES;

    private final byte[] medium = pattern(9, SECTORS);
    private VirtioBlockModel model;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeDisk(TestMachine machine) {
        model = new VirtioBlockModel(medium);
    }

    private static byte[] pattern(int seed, int sectors) {
        byte[] bytes = new byte[sectors * SECTOR];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + seed * 7 + i / SECTOR);
        }
        return bytes;
    }

    private static BlockDevice drive(TestMachine machine, Disks disks, VirtioFunction function) {
        machine.plug(function);
        Ostd.machine().devices().addDriver(new VirtioBlockDriver(disks), GRANTED);
        assertThat(disks.all()).as(machine.log().toString()).isNotEmpty();
        return disks.all().get(0);
    }

    private static long read(BlockDevice disk, int first, int count) throws KernelException {
        disk.read(first, new byte[count * SECTOR], 0, count);
        return count;
    }

    private static long write(BlockDevice disk, int first, int count) throws KernelException {
        disk.write(first, new byte[count * SECTOR], 0, count);
        return count;
    }

    @OstdTest
    void whatIsWrittenIsOnTheMediumAndReadBack(TestMachine machine, Disks disks) throws Exception {
        BlockDevice disk = drive(machine, disks, new VirtioFunction(model));
        assertThat(disk.name()).isEqualTo("vda");
        assertThat(disk.geometry()).isEqualTo(BlockGeometry.ofSectors(SECTORS));
        byte[] written = pattern(1, 3);
        disk.write(5, written, 0, 3);
        assertThat(Arrays.copyOfRange(medium, 5 * SECTOR, 8 * SECTOR)).isEqualTo(written);
        byte[] read = new byte[1024];
        disk.read(6, read, 0, 2);
        assertThat(read).isEqualTo(Arrays.copyOfRange(written, 512, 1536));
        disk.flush();
        assertThat(model.flushes()).isEqualTo(1);
        assertThatCall(() -> disk.submit(Operation.READ, SECTORS - 1, 2, read, 0)).failsWith(Errno.ENXIO);
        assertThat(machine).holdsNoLocks().hasLoggedNoErrors();
    }

    @OstdTest
    void oneRequestMayBeTheWholeDisk(TestMachine machine, Disks disks) throws Exception {
        BlockDevice disk = drive(machine, disks, new VirtioFunction(model));
        byte[] read = new byte[SECTORS * SECTOR];
        disk.read(0, read, 0, SECTORS);
        assertThat(read).isEqualTo(medium);
    }

    @OstdTest
    void manyRequestsAreUnderWayAtOnce(TestMachine machine, Disks disks) throws Exception {
        BlockDevice disk = drive(machine, disks, new VirtioFunction(model));
        List<BlockRequest> requests = new ArrayList<>();
        byte[] read = new byte[20 * SECTOR];
        for (int i = 0; i < 20; i++) {
            requests.add(disk.submit(Operation.READ, 3 * i, 1, read, i * SECTOR));
        }
        for (BlockRequest request : requests) {
            request.await();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(Arrays.copyOfRange(read, i * SECTOR, (i + 1) * SECTOR)).isEqualTo(Arrays.copyOfRange(medium, 3 * i * SECTOR, (3 * i + 1) * SECTOR));
        }
        assertThat(model.mostUnderWay()).isEqualTo(8);
    }

    @OstdTest
    void withoutMessagesItsLineDoes(TestMachine machine, Disks disks) throws Exception {
        machine.plug(new VirtioFunction(VirtioBlockModel.readOnly(pattern(3, 8)), 0));
        BlockDevice disk = drive(machine, disks, new VirtioFunction(model, 0));
        byte[] read = new byte[2 * SECTOR];
        disk.read(1, read, 0, 2);
        assertThat(read).isEqualTo(Arrays.copyOfRange(pattern(3, 8), SECTOR, 3 * SECTOR));
    }

    @OstdTest
    void aReadOnlyDiskSaysSo(TestMachine machine, Disks disks) throws Exception {
        BlockDevice disk = drive(machine, disks, new VirtioFunction(VirtioBlockModel.readOnly(medium)));
        assertThat(disk.geometry().readOnly()).isTrue();
        assertThatCall(() -> write(disk, 0, 1)).failsWith(Errno.EROFS);
        disk.read(0, new byte[SECTOR], 0, 1);
    }

    @OstdTest
    void blocksMayBeLargerThanSectors(TestMachine machine, Disks disks) throws Exception {
        BlockDevice disk = drive(machine, disks, new VirtioFunction(VirtioBlockModel.withBlocks(medium, 4096)));
        assertThat(disk.geometry().blockBytes()).isEqualTo(4096);
        disk.read(8, new byte[4096], 0, 8);
        assertThatCall(() -> read(disk, 1, 1)).failsWith(Errno.EIO);
    }

    @OstdTest
    void aSectorThatFailsFailsItsRequestsOnly(TestMachine machine, Disks disks) throws Exception {
        BlockDevice disk = drive(machine, disks, new VirtioFunction(model));
        model.failSector(200);
        assertThatCall(() -> read(disk, 0, SECTORS)).failsWith(Errno.EIO);
        disk.read(0, new byte[200 * SECTOR], 0, 200);
        model.failSector(-1);
        disk.read(200, new byte[SECTOR], 0, 1);
    }

    @OstdTest
    void aFileCanBeTheMedium(TestMachine machine, Disks disks) throws IOException, KernelException {
        Path file = Files.write(folder.resolve("disk"), pattern(4, 16));
        BlockDevice disk = drive(machine, disks, new VirtioFunction(VirtioBlockModel.of(file)));
        disk.write(15, pattern(5, 1), 0, 1);
        assertThat(Arrays.copyOfRange(Files.readAllBytes(file), 15 * SECTOR, 16 * SECTOR)).isEqualTo(pattern(5, 1));
    }

    @OstdTest
    void withoutTheGrantOfDmaItTakesNothing(TestMachine machine, Disks disks) {
        machine.plug(new VirtioFunction(model));
        Ostd.machine().devices().addDriver(new VirtioBlockDriver(disks), DriverOrigin.of("org.asterism.virtio.block", "mmio", "irq"));
        assertThat(disks.all()).isEmpty();
        assertThat(machine).hasLogged("asks for dma");
    }

    @OstdTest(schedules = 5)
    void aDriverIsReplacedUnderLoadAndNothingIsLost(TestMachine machine, Disks disks) throws Exception {
        int before = machine.framesInUse();
        DeviceRegistry registry = Ostd.machine().devices();
        machine.plug(new VirtioFunction(model));
        VirtioBlockDriver driver = new VirtioBlockDriver(disks);
        registry.addDriver(driver, GRANTED);
        BlockDevice disk = disks.all().get(0);
        AtomicInteger through = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            int first = i * 300;
            TaskOptions.of(() -> load(disk, first, through)).spawn();
        }
        for (int i = 0; i < 4; i++) {
            sleep(70_000);
            VirtioBlockDriver next = new VirtioBlockDriver(disks);
            registry.removeDriver(driver, GRANTED);
            registry.addDriver(next, GRANTED);
            driver = next;
        }
        sleep(100_000_000);
        assertThat(through.get()).isEqualTo(3 * 8);
        registry.removeDriver(driver, GRANTED);
        machine.settle();
        assertThat(machine).hasFramesInUse(before).holdsNoLocks().hasLoggedNoErrors();
        assertThat(String.join("\n", machine.log())).containsPattern("with [1-9]\\d* requests in flight");
    }

    /** Lets others work while time passes. */
    private static void sleep(long nanos) {
        long end = Clock.monotonicNanos() + nanos;
        while (Clock.monotonicNanos() < end) {
            Task.parkUntil(end);
        }
    }

    private static void load(BlockDevice disk, int first, AtomicInteger through) {
        try {
            for (int round = 0; round < 8; round++) {
                byte[] written = pattern(first + round, 150);
                disk.write(first, written, 0, 150);
                byte[] read = new byte[written.length];
                disk.read(first, read, 0, 150);
                assertThat(read).isEqualTo(written);
                through.incrementAndGet();
            }
        } catch (KernelException failure) {
            throw new AssertionError(failure.errno().toString(), failure);
        }
    }
}
