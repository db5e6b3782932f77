package org.asterism.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.mm.FrameTable;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskOptions;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What must fail fails, and says why. */
class FailingTest {
    /** A file with a text, which ends in an error. */
    private static final class BrokenFile extends OpenFile {
        BrokenFile() {
            super(0);
        }

        @Override
        public long readAt(long position, MemoryWriter into) throws KernelException {
            if (position > 0) {
                throw KernelException.of(Errno.EIO);
            }
            return into.write(new byte[] {'a'}, 0, 1);
        }

        @Override
        public int poll(org.asterism.kernel.vfs.Poller poller) {
            return 0;
        }

        @Override
        public String path() {
            return "/broken";
        }
    }

    /** Each test fails; the name of the method is in what it says. */
    static final class Failing {
        private final List<FrameTable> kept = new ArrayList<>();

        @OstdTest
        void leaks(TestMachine machine) throws Exception {
            OstdAssertions.assertThat(machine).leaksNoFrames(() -> {
                FrameTable table = FrameTable.create();
                table.ensure(0);
                return kept.add(table);
            });
        }

        @OstdTest
        void endsLocked() {
            new Mutex().lock();
        }

        @OstdTest
        void holds(TestMachine machine) {
            new Mutex().lock();
            OstdAssertions.assertThat(machine).holdsNoLocks();
        }

        @OstdTest
        void taskThrows(TestMachine machine) {
            TaskOptions.of(() -> {
                throw new IllegalStateException("lost its way");
            }).spawn();
            machine.settle();
        }

        @OstdTest
        void returnsErrno() {
            OstdAssertions.assertThatResult(-Errno.ENOENT.number()).succeeded();
        }

        @OstdTest
        void wrongErrno() {
            OstdAssertions.assertThatResult(-Errno.ENOENT.number()).failedWith(Errno.EPERM);
        }

        @OstdTest
        void noErrno() {
            OstdAssertions.assertThatResult(7).failedWith(Errno.EPERM);
        }

        @OstdTest
        void callFails() {
            OstdAssertions.assertThatCall(() -> {
                throw KernelException.of(Errno.EBADF);
            }).succeeds();
        }

        @OstdTest
        void callReturns() {
            OstdAssertions.assertThatCall(() -> 3).returns(4);
        }

        @OstdTest
        void callHasMemory() {
            OstdAssertions.assertThatCall(() -> 3).runsOutOfMemory();
        }

        @OstdTest
        void content() {
            OstdAssertions.assertThat(new BrokenFile()).hasContent("ab");
        }

        @OstdTest
        void readable() {
            OstdAssertions.assertThat(new BrokenFile()).failsReadingAt(1, Errno.EIO).isReadable();
        }

        @OstdTest
        void stillOn(TestMachine machine) {
            OstdAssertions.assertThat(machine).isOff();
        }

        @OstdTest
        void exitCode() {
            OstdAssertions.assertThat(new ProgramRun("out", 3, "<6>words", 0, List.of())).wrote("out").exitedWith(0);
        }

        @OstdTest
        void deadlock() {
            Task.park();
        }

        @OstdTest
        void unknownCall(UserPrograms programs) {
            new UserScript().call("opne");
        }

        @OstdTest
        void orderSucceeds() {
            OstdAssertions.assertThatCall(() -> { }).failsWith(Errno.EBADF);
        }

        @OstdTest
        void noServices(UserPrograms programs) {
            programs.run(new UserScript());
        }

        @OstdTest
        void noProvider(Services services) {
            services.get(Runnable.class);
        }

        @OstdTest
        void nobody(Runnable nobodyProvidesThis) {
        }
    }

    /** Two tasks add without a lock: some schedule loses an addition. */
    static final class Racing {
        @OstdTest(schedules = 30, firstSeed = 100)
        void losesAnAddition(TestMachine machine) {
            int[] count = new int[1];
            for (int task = 0; task < 2; task++) {
                TaskOptions.of(() -> {
                    int seen = count[0];
                    org.asterism.ostd.task.Preemption.isDisabled();
                    count[0] = seen + 1;
                }).spawn();
            }
            machine.settle();
            assertThat(count[0]).isEqualTo(2);
        }
    }

    private static List<Event> failures(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().testEvents().failed().list();
    }

    private static Throwable thrown(Event failure) {
        return failure.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class).getThrowable().orElseThrow();
    }

    private static String message(List<Event> failures, String method) {
        return failures.stream().filter(event -> event.getTestDescriptor().getUniqueId().toString().contains(":" + method + "("))
                .map(event -> String.valueOf(thrown(event))).findFirst().orElse("no failure");
    }

    @Test
    void whatIsWrongIsSaid() {
        List<Event> failures = failures(Failing.class);
        assertThat(message(failures, "leaks")).contains("expected no frame to be leaked, but 2 more");
        assertThat(message(failures, "endsLocked")).contains("the test ended with mutex held");
        assertThat(message(failures, "holds")).contains("the running task holds: mutex");
        assertThat(message(failures, "taskThrows")).contains("a task of the test machine failed");
        assertThat(message(failures, "returnsErrno")).contains("expected success, but the call failed with ENOENT");
        assertThat(message(failures, "wrongErrno")).contains("to fail with EPERM, but it failed with ENOENT");
        assertThat(message(failures, "noErrno")).contains("to fail with EPERM, but it returned 7");
        assertThat(message(failures, "callFails")).contains("expected the call to succeed, but it failed with EBADF");
        assertThat(message(failures, "callReturns")).contains("expected the call to return 4, but it returned 3");
        assertThat(message(failures, "callHasMemory")).contains("expected the call to run out of memory, but it returned 3");
        assertThat(message(failures, "content")).contains("reading at 1 fails with EIO");
        assertThat(message(failures, "readable")).contains("expected /broken to be readable, but it polls as 0x0");
        assertThat(message(failures, "stillOn")).contains("expected the machine to be off, but it is on");
        assertThat(message(failures, "exitCode")).contains("expected exit code 0, but it is 3").contains("<6>words");
        assertThat(message(failures, "deadlock")).contains("every task is parked");
        assertThat(message(failures, "unknownCall")).contains("no system call 'opne'");
        assertThat(message(failures, "orderSucceeds")).contains("to fail with EBADF, but it returned null");
        assertThat(message(failures, "noServices")).contains("no service on the class path runs programs; add org.asterism:service-mm");
        assertThat(message(failures, "noProvider")).contains("java.lang.Runnable is provided by no component; add a test double");
        assertThat(message(failures, "nobody")).contains("No ParameterResolver registered for parameter [java.lang.Runnable");
        assertThat(failures).hasSize(20);
    }

    @Test
    void seedsOfFailingSchedulesAreToldAndRepeatTheFailure() {
        List<Event> failures = failures(Racing.class);
        assertThat(failures).isNotEmpty().hasSizeLessThan(30);
        String told = thrown(failures.get(0)).getSuppressed()[0].getMessage();
        assertThat(told).containsPattern("schedule seed 1\\d\\d; run this schedule alone with -Dasterism.test.seed=1\\d\\d");
        String seed = told.substring(told.lastIndexOf('=') + 1);
        System.setProperty("asterism.test.seed", seed);
        try {
            AtomicInteger again = new AtomicInteger();
            failures(Racing.class).forEach(event -> again.incrementAndGet());
            assertThat(again).hasValue(1);
        } finally {
            System.clearProperty("asterism.test.seed");
        }
    }
}
