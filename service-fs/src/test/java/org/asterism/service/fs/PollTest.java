package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.error;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.ostd.mm.ArrayReader;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.ostd.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollTest {
    private TestKernel kernel;
    private int reading;
    private int writing;

    @BeforeEach
    void boot() {
        kernel = new TestKernel();
        kernel.call("pipe2", kernel.data(), 0);
        reading = LittleEndian.getInt(kernel.dataBytes(8), 0);
        writing = LittleEndian.getInt(kernel.dataBytes(8), 4);
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    private void writeLater(long delayNanos) {
        TaskOptions.of(() -> {
            Task.parkUntil(Clock.monotonicNanos() + delayNanos);
            try {
                kernel.process.files().get(writing).write(kernel.process, new ArrayReader(new byte[] {1}, 0, 1));
            } catch (KernelException failure) {
                throw new AssertionError(failure);
            }
        }).spawn();
    }

    private long poll(int timeout, int... descriptorsAndEvents) {
        byte[] records = new byte[descriptorsAndEvents.length * 4];
        for (int i = 0; i < descriptorsAndEvents.length; i += 2) {
            LittleEndian.putInt(records, i * 4, descriptorsAndEvents[i]);
            LittleEndian.putShort(records, i * 4 + 4, descriptorsAndEvents[i + 1]);
        }
        kernel.putData(records);
        return kernel.call("poll", kernel.data(), descriptorsAndEvents.length / 2, timeout);
    }

    private int found(int index) {
        return LittleEndian.getShort(kernel.dataBytes(index * 8 + 8), index * 8 + 6);
    }

    @Test
    void pollTimesOut() {
        long before = Clock.monotonicNanos();
        assertThat(poll(50, reading, PollEvents.POLLIN)).isZero();
        assertThat(Clock.monotonicNanos() - before).isGreaterThanOrEqualTo(50_000_000);
        assertThat(poll(0, reading, PollEvents.POLLIN)).isZero();
    }

    @Test
    void pollWakesForTheFirstReadyFile() {
        writeLater(10_000_000);
        assertThat(poll(-1, reading, PollEvents.POLLIN, -1, 0, 99, 0)).isEqualTo(1);
        assertThat(found(2)).isEqualTo(PollEvents.POLLNVAL);
        assertThat(poll(-1, reading, PollEvents.POLLIN)).isEqualTo(1);
        assertThat(found(0)).isEqualTo(PollEvents.POLLIN);
    }

    @Test
    void regularFilesAreAlwaysReady() {
        kernel.makeFile("/f", "");
        assertThat(poll(-1, kernel.open("/f", READ), PollEvents.POLLIN | PollEvents.POLLOUT)).isEqualTo(1);
        assertThat(found(0)).isEqualTo(PollEvents.POLLIN | PollEvents.POLLOUT);
    }

    @Test
    void signalInterruptsPoll() {
        kernel.process.interrupted = true;
        assertThat(poll(-1, reading, PollEvents.POLLIN)).isEqualTo(error(Errno.ERESTARTNOHAND));
    }

    @Test
    void selectMarksReadyDescriptors() {
        kernel.write(writing, "x");
        byte[] sets = new byte[16];
        sets[0] = (byte) (1 << reading);
        sets[8] = (byte) (1 << writing);
        kernel.putData(sets);
        assertThat(kernel.call("select", 8, kernel.data(), kernel.data() + 8, 0, 0)).isEqualTo(2);
        assertThat(kernel.dataBytes(16)).isEqualTo(sets);
        kernel.read(reading, 1);
        kernel.putData(sets);
        byte[] timeout = new byte[32];
        System.arraycopy(sets, 0, timeout, 0, 16);
        kernel.putData(timeout);
        assertThat(kernel.call("select", 8, kernel.data(), 0, 0, kernel.data() + 16)).isZero();
        assertThat(kernel.dataBytes(8)).isEqualTo(new byte[8]);
        sets[0] = (byte) (1 << 7);
        kernel.putData(sets);
        assertThat(kernel.call("select", 8, kernel.data(), 0, 0, 0)).isEqualTo(error(Errno.EBADF));
    }

    private void watch(int epoll, int operation, int descriptor, int events, long data) {
        byte[] event = new byte[12];
        LittleEndian.putInt(event, 0, events);
        LittleEndian.putLong(event, 4, data);
        kernel.putData(event);
        assertThat(kernel.call("epoll_ctl", epoll, operation, descriptor, kernel.data())).isZero();
    }

    @Test
    void epollReportsLevelsAgainAndEdgesOnce() {
        int epoll = (int) kernel.call("epoll_create1", 0);
        watch(epoll, 1, reading, PollEvents.POLLIN, 0x1122334455667788L);
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, 0)).isZero();
        kernel.write(writing, "xy");
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, -1)).isEqualTo(1);
        assertThat(LittleEndian.getInt(kernel.dataBytes(12), 0)).isEqualTo(PollEvents.POLLIN);
        assertThat(LittleEndian.getLong(kernel.dataBytes(12), 4)).isEqualTo(0x1122334455667788L);
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, 0)).isEqualTo(1);
        watch(epoll, 3, reading, PollEvents.POLLIN | PollEvents.EPOLLET, 2);
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, 0)).isEqualTo(1);
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, 0)).isZero();
        kernel.write(writing, "z");
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, 0)).isEqualTo(1);
    }

    @Test
    void epollWaitsAndForgetsClosedFiles() {
        int epoll = (int) kernel.call("epoll_create1", 0);
        watch(epoll, 1, reading, PollEvents.POLLIN | PollEvents.EPOLLONESHOT, 1);
        writeLater(5_000_000);
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, -1)).isEqualTo(1);
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, 0)).isZero();
        watch(epoll, 3, reading, PollEvents.POLLIN, 1);
        kernel.call("close", reading);
        assertThat(kernel.call("epoll_wait", epoll, kernel.data(), 8, 0)).isZero();
        assertThat(kernel.call("epoll_ctl", epoll, 2, reading, 0)).isEqualTo(error(Errno.EBADF));
    }

    @Test
    void eventCounterAddsUpAndSemaphoreTakesOne() {
        int counter = (int) kernel.call("eventfd2", 2, 04000);
        byte[] three = new byte[8];
        three[0] = 3;
        kernel.putData(three);
        assertThat(kernel.call("write", counter, kernel.data(), 8)).isEqualTo(8);
        kernel.call("read", counter, kernel.data(), 8);
        assertThat(LittleEndian.getLong(kernel.dataBytes(8), 0)).isEqualTo(5);
        assertThat(kernel.call("read", counter, kernel.data(), 8)).isEqualTo(error(Errno.EAGAIN));
        int semaphore = (int) kernel.call("eventfd2", 2, 04001);
        kernel.call("read", semaphore, kernel.data(), 8);
        assertThat(LittleEndian.getLong(kernel.dataBytes(8), 0)).isEqualTo(1);
    }

    @Test
    void timerCountsExpirations() {
        int timer = (int) kernel.call("timerfd_create", 1, 04000);
        byte[] settings = new byte[32];
        LittleEndian.putLong(settings, 8, 10_000_000);
        LittleEndian.putLong(settings, 24, 10_000_000);
        kernel.putData(settings);
        assertThat(kernel.call("timerfd_settime", timer, 0, kernel.data(), 0)).isZero();
        assertThat(kernel.call("read", timer, kernel.data(), 8)).isEqualTo(error(Errno.EAGAIN));
        kernel.machine.advance(35_000_000);
        assertThat(kernel.call("read", timer, kernel.data(), 8)).isEqualTo(8);
        assertThat(LittleEndian.getLong(kernel.dataBytes(8), 0)).isEqualTo(3);
    }
}
