package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.Frame;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryStatistics;
import org.junit.jupiter.api.Test;

/** On a JVM, whose own collector finds what is lost. */
class HandleBackstopTest {
    private static final int MOST_COLLECTIONS = 100;
    /** Reports are rare; the last may have been made on the machine of another test, at any time of its clock. */
    private static final long A_DAY_NANOS = 86_400_000_000_000L;

    /** All are held until the last is made, so that none comes back before. */
    private static void lose(int frames) {
        Frame[] lost = new Frame[frames];
        for (int i = 0; i < frames; i++) {
            lost[i] = Frame.allocate();
        }
        FrameTable.create().ensure(7);
        Reference.reachabilityFence(lost);
    }

    private static String log() {
        byte[] text = new byte[65536];
        return new String(text, 0, Log.read(text), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static void collectUntilFree(TestMachine machine) throws InterruptedException {
        for (int i = 0; i < MOST_COLLECTIONS && machine.framesInUse() > 0; i++) {
            MemoryStatistics.collect();
            Thread.sleep(10); // the JVM enqueues in a thread of its own
        }
    }

    @Test
    void framesAndTablesThatAreLostComeBackAndTheLogSaysSoOnce() throws InterruptedException {
        try (TestMachine machine = TestMachine.create()) {
            machine.advance(A_DAY_NANOS);
            lose(5);
            assertThat(machine.framesInUse()).isGreaterThanOrEqualTo(6);
            collectUntilFree(machine);
            assertThat(machine.framesInUse()).isZero();
            assertThat(log()).containsOnlyOnce("lost without close()");
        }
    }

    @Test
    void whatWasClosedOrConsumedIsNotGivenBackAgain() throws InterruptedException {
        try (TestMachine machine = TestMachine.create(); FrameTable table = FrameTable.create()) {
            Frame frame = Frame.allocate();
            frame.share().close();
            table.put(0, frame);
            for (int i = 0; i < 5; i++) {
                MemoryStatistics.collect();
                Thread.sleep(10);
            }
            assertThat(table.pageCount()).isEqualTo(1);
            assertThat(machine.framesInUse()).isGreaterThanOrEqualTo(1);
            assertThat(log()).doesNotContain("lost without close()");
        }
    }
}
