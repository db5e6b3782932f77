package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.WRITE;
import static org.asterism.service.fs.TestKernel.error;

import java.util.concurrent.atomic.AtomicLong;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.FileMode;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.ArrayReader;
import org.asterism.ostd.mm.ArrayWriter;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipeTest {
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

    /** Runs an operation on the pipe in a task of its own and keeps its result. */
    private AtomicLong inTask(Operation operation) {
        AtomicLong result = new AtomicLong(Long.MIN_VALUE);
        TaskOptions.of(() -> {
            try {
                result.set(operation.run());
            } catch (KernelException failure) {
                result.set(-failure.errno().number());
            }
        }).data(kernel.process).spawn();
        kernel.machine.settle();
        return result;
    }

    private interface Operation {
        long run() throws KernelException;
    }

    private OpenFile file(int descriptor) {
        try {
            return kernel.process.files().get(descriptor);
        } catch (KernelException closed) {
            throw new AssertionError(closed);
        }
    }

    @Test
    void bytesComeOutInOrder() {
        kernel.write(writing, "one");
        kernel.write(writing, "two");
        assertThat(kernel.read(reading, 4)).isEqualTo("onet");
        assertThat(kernel.read(reading, 100)).isEqualTo("wo");
        kernel.call("close", writing);
        assertThat(kernel.read(reading, 100)).isEmpty();
    }

    @Test
    void readerWaitsForWriter() {
        byte[] into = new byte[10];
        AtomicLong result = inTask(() -> file(reading).read(kernel.process, new ArrayWriter(into, 0, 10)));
        assertThat(result.get()).isEqualTo(Long.MIN_VALUE);
        kernel.write(writing, "late");
        kernel.machine.settle();
        assertThat(result.get()).isEqualTo(4);
    }

    @Test
    void fullPipeHoldsTheWriterUntilThereIsRoom() {
        AtomicLong result = inTask(() -> file(writing).write(kernel.process, new ArrayReader(new byte[100_000], 0, 100_000)));
        assertThat(result.get()).isEqualTo(Long.MIN_VALUE);
        long taken = 0;
        while (result.get() == Long.MIN_VALUE) {
            taken += kernel.read(reading, 30_000).length();
            kernel.machine.settle();
        }
        assertThat(result.get()).isEqualTo(100_000);
        assertThat(taken).isPositive();
    }

    @Test
    void smallWritesAreWholeOrNotAtAll() {
        kernel.call("fcntl", writing, FileControl.F_SETFL, OpenFlags.O_NONBLOCK);
        assertThat(kernel.write(writing, "x".repeat(65_000))).isEqualTo(65_000);
        assertThat(kernel.write(writing, "y".repeat(4096))).isEqualTo(error(Errno.EAGAIN));
        assertThat(kernel.write(writing, "y".repeat(5000))).isEqualTo(536);
        assertThat(kernel.write(writing, "y")).isEqualTo(error(Errno.EAGAIN));
    }

    @Test
    void writingWithoutReadersSignals() {
        kernel.call("close", reading);
        assertThat(kernel.write(writing, "x")).isEqualTo(error(Errno.EPIPE));
        assertThat(kernel.process.signals).containsExactly(13);
    }

    @Test
    void waitingReaderIsInterrupted() {
        byte[] into = new byte[10];
        AtomicLong result = new AtomicLong(Long.MIN_VALUE);
        Task reader = TaskOptions.of(() -> {
            try {
                file(reading).read(kernel.process, new ArrayWriter(into, 0, 10));
            } catch (KernelException failure) {
                result.set(-failure.errno().number());
            }
        }).spawn();
        kernel.machine.settle();
        kernel.process.interrupted = true;
        reader.unpark();
        kernel.machine.settle();
        assertThat(result.get()).isEqualTo(error(Errno.ERESTARTSYS));
    }

    @Test
    void pipeIsToldByStatusAndLink() {
        kernel.call("fstat", reading, kernel.data());
        assertThat(LittleEndian.getInt(kernel.dataBytes(144), 24)).isEqualTo(FileMode.S_IFIFO | 0600);
        assertThat(kernel.link("/proc/self/fd/" + reading)).matches("pipe:\\[\\d+\\]");
        assertThat(kernel.call("lseek", reading, 0, 0)).isEqualTo(error(Errno.ESPIPE));
        assertThat(kernel.call("fcntl", reading, FileControl.F_GETPIPE_SZ, 0)).isEqualTo(65_536);
    }

    @Test
    void pipeIsOpenedAgainThroughProc() {
        int second = kernel.open("/proc/self/fd/" + writing, WRITE);
        kernel.call("close", writing);
        kernel.write(second, "again");
        assertThat(kernel.read(reading, 10)).isEqualTo("again");
        kernel.call("close", second);
        assertThat(kernel.read(reading, 10)).isEmpty();
    }

    @Test
    void whoOpensAPipeAgainAfterItsLastWriterIsToldOfTheEnd() {
        kernel.write(writing, "last");
        kernel.call("close", writing);
        int second = kernel.open("/proc/self/fd/" + reading, READ);
        assertThat(file(second).poll(null)).isEqualTo(PollEvents.READABLE | PollEvents.POLLHUP);
        assertThat(kernel.read(second, 10)).isEqualTo("last");
        assertThat(file(second).poll(null)).isEqualTo(PollEvents.POLLHUP);
    }

    @Test
    void pagesAreGivenBackWhenBothEndsAreClosed() {
        int before = kernel.machine.framesInUse();
        kernel.write(writing, "x".repeat(60_000));
        kernel.call("close", reading);
        kernel.call("close", writing);
        assertThat(kernel.machine.framesInUse()).isLessThanOrEqualTo(before);
    }

    @Test
    void pollTellsBothEnds() {
        assertThat(file(reading).poll(null)).isZero();
        assertThat(file(writing).poll(null)).isEqualTo(PollEvents.WRITABLE);
        kernel.write(writing, "x");
        assertThat(file(reading).poll(null)).isEqualTo(PollEvents.READABLE);
        kernel.call("close", writing);
        assertThat(file(reading).poll(null)).isEqualTo(PollEvents.READABLE | PollEvents.POLLHUP);
    }

    @Test
    void fifoReaderAndWriterWaitForEachOther() {
        assertThat(kernel.call("mknod", kernel.text("/fifo"), FileMode.S_IFIFO | 0644, 0)).isZero();
        assertThat(kernel.open("/fifo", WRITE | OpenFlags.O_NONBLOCK)).isEqualTo((int) error(Errno.ENXIO));
        AtomicLong reader = inTask(() -> kernel.process.files().add(kernel.files().open(kernel.process.filesystem(),
                kernel.process.credentials(), "/fifo", READ, 0), 0, false));
        assertThat(reader.get()).isEqualTo(Long.MIN_VALUE);
        int writer = kernel.open("/fifo", WRITE);
        kernel.machine.settle();
        assertThat(reader.get()).isNotNegative();
        kernel.write(writer, "through");
        assertThat(kernel.read((int) reader.get(), 100)).isEqualTo("through");
        kernel.call("close", writer);
        assertThat(kernel.read((int) reader.get(), 100)).isEmpty();
    }

    @Test
    void pollingReaderOfAFifoWithoutWriterDoesNotSeeAHangUp() {
        kernel.call("mknod", kernel.text("/fifo"), FileMode.S_IFIFO | 0644, 0);
        int reader = kernel.open("/fifo", READ | OpenFlags.O_NONBLOCK);
        assertThat(file(reader).poll(null)).isZero();
        assertThat(kernel.read(reader, 1)).isEmpty();
        int writer = kernel.open("/fifo", WRITE);
        assertThat(kernel.call("read", reader, kernel.data(), 1)).isEqualTo(error(Errno.EAGAIN));
        kernel.call("close", writer);
        assertThat(file(reader).poll(null)).isEqualTo(PollEvents.POLLHUP);
    }
}
