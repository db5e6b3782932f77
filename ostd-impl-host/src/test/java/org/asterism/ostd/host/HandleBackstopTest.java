package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.Frame;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryStatistics;
import org.junit.jupiter.api.Test;

/** On a JVM, whose own collector finds what is lost. */
class HandleBackstopTest {
    private static final int MOST_COLLECTIONS = 100;

    private static void lose(int frames) {
        for (int i = 0; i < frames; i++) {
            Frame.allocate();
        }
        FrameTable.create().ensure(7);
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
