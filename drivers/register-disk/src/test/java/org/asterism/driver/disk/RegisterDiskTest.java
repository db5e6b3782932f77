package org.asterism.driver.disk;

import static org.asterism.test.OstdAssertions.assertThat;
import static org.asterism.test.OstdAssertions.assertThatCall;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.block.BlockDevice;
import org.asterism.kernel.block.BlockRequest;
import org.asterism.ostd.bus.DeviceRegistry;
import org.asterism.ostd.host.SimulatedDisk;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.spi.DriverOrigin;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.service.fs.disk.Disks;
import org.asterism.test.OstdTest;
import org.asterism.test.TestClock;
import org.junit.jupiter.api.BeforeEach;

class RegisterDiskTest {
    private static final DriverOrigin GRANTED = DriverOrigin.of("org.asterism.register.disk", "mmio", "irq");
    private static final int SECTORS = 64;
    private static final long LATENCY_NANOS = 50_000;

    private SimulatedDisk hardware;
    private DeviceRegistry registry;

    @BeforeEach
    void plugIn(TestMachine machine) {
        registry = Ostd.machine().devices();
        hardware = new SimulatedDisk("a", SECTORS, LATENCY_NANOS);
        machine.plug(hardware);
    }

    private static byte[] pattern(int seed, int sectors) {
        byte[] bytes = new byte[sectors * BlockDevice.SECTOR_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + seed * 7 + i / BlockDevice.SECTOR_BYTES);
        }
        return bytes;
    }

    @OstdTest
    void whatIsWrittenIsOnTheMediumAndReadBack(Disks disks) throws Exception {
        registry.addDriver(new RegisterDiskDriver(disks), GRANTED);
        BlockDevice disk = disks.all().get(0);
        assertThat(disk.name()).isEqualTo("rda");
        assertThat(disk.sectors()).isEqualTo(SECTORS);
        byte[] written = pattern(1, 3);
        disk.write(5, written, 0, 3);
        assertThat(hardware.sector(6)).isEqualTo(Arrays.copyOfRange(written, 512, 1024));
        byte[] read = new byte[1024];
        disk.read(6, read, 0, 2);
        assertThat(read).isEqualTo(Arrays.copyOfRange(written, 512, 1536));
        disk.flush();
        assertThatCall(() -> disk.submit(BlockRequest.Operation.READ, SECTORS - 1, 2, read, 0)).failsWith(Errno.ENXIO);
    }

    @OstdTest
    void withoutItsGrantsItTakesNothing(Disks disks) {
        registry.addDriver(new RegisterDiskDriver(disks), DriverOrigin.of("org.asterism.register.disk", "mmio"));
        assertThat(disks.all()).isEmpty();
        assertThat(DeviceRegistry.devices().get(0).driver()).isEmpty();
    }

    @OstdTest
    void requestsWaitForADriver(Disks disks, TestClock time) throws Exception {
        RegisterDiskDriver first = new RegisterDiskDriver(disks);
        registry.addDriver(first, GRANTED);
        BlockDevice disk = disks.all().get(0);
        registry.removeDriver(first, GRANTED);
        byte[] written = pattern(2, 1);
        BlockRequest request = disk.submit(BlockRequest.Operation.WRITE, 0, 1, written, 0);
        time.settle();
        registry.addDriver(new RegisterDiskDriver(disks), GRANTED);
        request.await();
        assertThat(hardware.sector(0)).isEqualTo(written);
        assertThat(disks.all()).containsExactly(disk);
    }

    /** Under schedules that preempt anywhere, drivers are replaced in the midst of transfers of several sectors. */
    @OstdTest(schedules = 10)
    void aDriverIsReplacedInTheMidstOfTransfers(Disks disks, TestMachine machine) throws Exception {
        RegisterDiskDriver driver = new RegisterDiskDriver(disks);
        registry.addDriver(driver, GRANTED);
        BlockDevice disk = disks.all().get(0);
        AtomicInteger done = new AtomicInteger();
        for (int task = 0; task < 3; task++) {
            int seed = task;
            TaskOptions.of(() -> {
                byte[] read = new byte[2 * BlockDevice.SECTOR_BYTES];
                for (int round = 0; round < 4; round++) {
                    byte[] written = pattern(seed * 100 + round, 2);
                    try {
                        disk.write(seed * 2, written, 0, 2);
                        disk.read(seed * 2, read, 0, 2);
                    } catch (KernelException e) {
                        throw new IllegalStateException(e);
                    }
                    if (!Arrays.equals(read, written)) {
                        throw new IllegalStateException("round " + round + " was lost");
                    }
                }
                done.incrementAndGet();
            }).spawn();
        }
        for (int swap = 0; swap < 20; swap++) {
            machine.advance(LATENCY_NANOS * 3);
            RegisterDiskDriver next = new RegisterDiskDriver(disks);
            registry.addDriver(next, GRANTED);
            registry.removeDriver(driver, GRANTED);
            driver = next;
        }
        for (int i = 0; i < 10_000 && done.get() < 3; i++) {
            machine.advance(LATENCY_NANOS);
        }
        assertThat(done).hasValue(3);
    }
}
