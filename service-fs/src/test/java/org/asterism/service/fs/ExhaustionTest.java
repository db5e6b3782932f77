package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.CREATE;
import static org.asterism.service.fs.TestKernel.READ;
import static org.asterism.service.fs.TestKernel.WRITE;
import static org.asterism.service.fs.TestKernel.error;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.ostd.mm.Allocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames run out in the middle of operations on files; the boot tests make objects run out as well. */
class ExhaustionTest {
    private static final int PAGE = 4096;

    private TestKernel kernel;

    @BeforeEach
    void boot() {
        kernel = new TestKernel();
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    @Test
    void aWriteThatRunsOutOfFramesIsShortAndLeavesNothingBehindItsEnd() {
        int file = kernel.open("/f", CREATE);
        kernel.machine.failFrameAllocationAfter(3); // a node of the file's tree and two pages
        assertThat(call("write", file, kernel.data(), 4 * PAGE)).isEqualTo(2 * PAGE);
        assertThat(call("write", file, kernel.data(), PAGE)).isEqualTo(error(Errno.ENOMEM));
        assertThat(kernel.size("/f")).isEqualTo(2 * PAGE);
        kernel.machine.stopFailingFrameAllocations();
        assertThat(kernel.call("ftruncate", file, 3 * PAGE)).isZero();
        assertThat(kernel.content("/f").substring(2 * PAGE)).containsOnlyOnce("\0".repeat(PAGE));
        assertThat(call("write", file, kernel.data(), PAGE)).isEqualTo(PAGE);
    }

    @Test
    void aPipeWithoutFramesKeepsWhatItHas() {
        kernel.call("pipe2", kernel.data(), 0);
        int reading = LittleEndian.getInt(kernel.dataBytes(8), 0);
        int writing = LittleEndian.getInt(kernel.dataBytes(8), 4);
        kernel.machine.failFrameAllocationAfter(2);
        assertThat(call("write", writing, kernel.data(), 3 * PAGE)).isEqualTo(PAGE);
        assertThat(call("write", writing, kernel.data(), PAGE)).isEqualTo(error(Errno.ENOMEM));
        assertThat(kernel.call("read", reading, kernel.data(), 3 * PAGE)).isEqualTo(PAGE);
        kernel.machine.stopFailingFrameAllocations();
        assertThat(call("write", writing, kernel.data(), 3 * PAGE)).isEqualTo(3 * PAGE);
    }

    @Test
    void onlyFallibleAllocationsAreCountedAndFail() {
        int file = kernel.open("/f", CREATE);
        Allocation.failNth(1);
        assertThat(call("pwrite64", file, kernel.data(), PAGE, 0)).isEqualTo(PAGE);
        try (var fallible = Allocation.fallible()) {
            assertThat(call("pwrite64", file, kernel.data(), PAGE, PAGE)).isEqualTo(error(Errno.ENOMEM));
            assertThat(Allocation.failNth(0)).isZero();
            assertThat(call("pwrite64", file, kernel.data(), PAGE, PAGE)).isEqualTo(PAGE);
        }
    }

    @Test
    void theFileOfAFailedReservationKeepsItsSize() {
        int file = kernel.open("/f", CREATE);
        kernel.machine.failFrameAllocationAfter(2);
        assertThat(call("fallocate", file, 0, 0, 4 * PAGE)).isEqualTo(error(Errno.ENOMEM));
        kernel.machine.stopFailingFrameAllocations();
        assertThat(kernel.size("/f")).isZero();
        assertThat(kernel.call("lseek", file, 0, FileControl.SEEK_END)).isZero();
    }

    @Test
    void failNthTakesNumbersAndTellsWhatIsLeft() {
        assertThat(kernel.content("/proc/self/fail-nth")).isEqualTo("0\n");
        int knob = kernel.open("/proc/thread-self/fail-nth", WRITE);
        assertThat(kernel.write(knob, "12\n")).isEqualTo(3);
        assertThat(kernel.content("/proc/self/fail-nth")).isEqualTo("12\n");
        assertThat(kernel.content("/proc/self/task/1/fail-nth")).isEqualTo("12\n");
        for (String wrong : new String[] {"\n", "-1", "+1", "0x1", "1 2", "many"}) {
            assertThat(kernel.write(knob, wrong)).as(wrong).isEqualTo(error(Errno.EINVAL));
        }
        assertThat(kernel.write(knob, "3000000000")).isEqualTo(error(Errno.ERANGE));
        assertThat(kernel.content("/proc/self/fail-nth")).isEqualTo("12\n");
        assertThat(kernel.open("/proc/self/fail-nth", READ)).isNotNegative();
    }

    /** A call as the user loop makes it: memory that runs out is an error number. */
    private long call(String name, long... arguments) {
        try {
            return kernel.call(name, arguments);
        } catch (OutOfMemoryError exhausted) {
            return error(Errno.ENOMEM);
        }
    }
}
