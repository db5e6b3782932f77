package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.error;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.ControlRequests;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.abi.PollEvents;
import org.asterism.kernel.abi.Signals;
import org.asterism.kernel.abi.TerminalFlags;
import org.asterism.kernel.abi.TerminalLayout;
import org.asterism.ostd.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private TestKernel kernel;
    private int terminal;

    @BeforeEach
    void boot() {
        kernel = new TestKernel();
        terminal = kernel.open("/dev/ttyS0", OpenFlags.O_RDWR);
        kernel.machine.settle();
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    private void type(String text) {
        kernel.machine.type(text);
        kernel.machine.settle();
    }

    private void setLocal(int cleared, int set, int least, int tenths) {
        kernel.call("ioctl", terminal, ControlRequests.TCGETS, kernel.data());
        byte[] settings = kernel.dataBytes(TerminalLayout.TERMIOS_BYTES);
        int local = LittleEndian.getInt(settings, TerminalLayout.LOCAL);
        LittleEndian.putInt(settings, TerminalLayout.LOCAL, local & ~cleared | set);
        settings[TerminalLayout.CHARACTERS + TerminalLayout.VMIN] = (byte) least;
        settings[TerminalLayout.CHARACTERS + TerminalLayout.VTIME] = (byte) tenths;
        kernel.putData(settings);
        assertThat(kernel.call("ioctl", terminal, ControlRequests.TCSETS, kernel.data())).isZero();
    }

    private int events() throws KernelException {
        return kernel.process.files().get(terminal).poll(null);
    }

    @Test
    void lineIsReadWhenItIsComplete() throws Exception {
        type("ab");
        assertThat(events() & PollEvents.POLLIN).isZero();
        type("c\r");
        assertThat(events() & PollEvents.POLLIN).isNotZero();
        assertThat(kernel.read(terminal, 100)).isEqualTo("abc\n");
        assertThat(kernel.machine.terminalOutput()).isEqualTo("abc\r\n");
    }

    @Test
    void readGivesOneLineAtATime() {
        type("one\rtwo\r");
        assertThat(kernel.read(terminal, 2)).isEqualTo("on");
        assertThat(kernel.read(terminal, 100)).isEqualTo("e\n");
        assertThat(kernel.read(terminal, 100)).isEqualTo("two\n");
    }

    @Test
    void editingErasesCharactersWordsAndLines() {
        type("abx\177c\r");
        assertThat(kernel.read(terminal, 100)).isEqualTo("abc\n");
        type("one two\027three\r");
        assertThat(kernel.read(terminal, 100)).isEqualTo("one three\n");
        type("gone\025kept\r");
        assertThat(kernel.read(terminal, 100)).isEqualTo("kept\n");
        assertThat(kernel.machine.terminalOutput()).startsWith("abx\b \bc\r\n");
    }

    @Test
    void endOfFileEndsALineWithoutBeingPartOfIt() {
        type("part\4");
        assertThat(kernel.read(terminal, 100)).isEqualTo("part");
        type("\4");
        assertThat(kernel.read(terminal, 100)).isEmpty();
        type("exact\4");
        assertThat(kernel.read(terminal, 5)).isEqualTo("exact");
        type("next\r");
        assertThat(kernel.read(terminal, 100)).isEqualTo("next\n");
    }

    @Test
    void controlCharactersSignalTheForegroundGroup() {
        assertThat(kernel.call("ioctl", terminal, ControlRequests.TIOCGPGRP, kernel.data())).isZero();
        assertThat(LittleEndian.getInt(kernel.dataBytes(4), 0)).isEqualTo(1);
        type("dropped\3\34\32");
        assertThat(kernel.process.signals).containsExactly(Signals.SIGINT, Signals.SIGQUIT, Signals.SIGTSTP);
        assertThat(kernel.machine.terminalOutput()).isEqualTo("dropped^C^\\^Z");
        type("left\r");
        assertThat(kernel.read(terminal, 100)).isEqualTo("left\n");
    }

    @Test
    void rawModeGivesBytesAtOnce() {
        setLocal(TerminalFlags.ICANON | TerminalFlags.ECHO | TerminalFlags.ISIG, 0, 1, 0);
        type("a\3");
        assertThat(kernel.read(terminal, 100)).isEqualTo("a\3");
        assertThat(kernel.machine.terminalOutput()).isEmpty();
        setLocal(TerminalFlags.ICANON, 0, 0, 0);
        assertThat(kernel.read(terminal, 100)).isEmpty();
        setLocal(TerminalFlags.ICANON, 0, 0, 3);
        long before = Clock.monotonicNanos();
        assertThat(kernel.read(terminal, 100)).isEmpty();
        assertThat(Clock.monotonicNanos() - before).isBetween(300_000_000L, 400_000_000L);
    }

    @Test
    void nonBlockingReadTellsThatThereIsNothing() {
        int second = kernel.open("/dev/tty", OpenFlags.O_RDWR | OpenFlags.O_NONBLOCK);
        assertThat(kernel.call("read", second, kernel.data(), 1)).isEqualTo(error(Errno.EAGAIN));
    }

    @Test
    void outputNewlinesGetCarriageReturns() {
        kernel.write(terminal, "a\nb\n");
        assertThat(kernel.machine.terminalOutput()).isEqualTo("a\r\nb\r\n");
    }

    @Test
    void windowSizeIsKeptAndSignalled() {
        byte[] size = new byte[8];
        LittleEndian.putShort(size, 0, 24);
        LittleEndian.putShort(size, 2, 80);
        kernel.putData(size);
        assertThat(kernel.call("ioctl", terminal, ControlRequests.TIOCSWINSZ, kernel.data())).isZero();
        kernel.putData(new byte[8]);
        kernel.call("ioctl", terminal, ControlRequests.TIOCGWINSZ, kernel.data());
        assertThat(kernel.dataBytes(8)).isEqualTo(size);
        assertThat(kernel.process.signals).containsExactly(Signals.SIGWINCH);
    }

    @Test
    void backgroundReaderIsStopped() {
        TestProcess job = kernel.newProcess(2);
        job.session = kernel.process;
        assertThat(kernel.callAs(job, "open", kernel.text("/dev/ttyS0"), OpenFlags.O_RDWR | OpenFlags.O_NOCTTY, 0)).isZero();
        assertThat(kernel.callAs(job, "read", 0, kernel.data(), 1)).isEqualTo(error(Errno.ERESTARTSYS));
        assertThat(job.signals).containsExactly(Signals.SIGTTIN);
        kernel.putData(new byte[] {2, 0, 0, 0});
        assertThat(kernel.callAs(job, "ioctl", 0, ControlRequests.TIOCSPGRP, kernel.data())).isEqualTo(error(Errno.ERESTARTSYS));
        assertThat(job.signals).containsExactly(Signals.SIGTTIN, Signals.SIGTTOU);
    }

    @Test
    void endOfTheLeaderHangsTheTerminalUp() {
        kernel.process.terminal.leaderEnded(kernel.process);
        assertThat(kernel.process.signals).containsExactly(Signals.SIGHUP, Signals.SIGCONT);
        assertThat(kernel.process.terminal).isNull();
        assertThat(kernel.read(terminal, 1)).isEmpty();
        assertThat(kernel.write(terminal, "x")).isEqualTo(error(Errno.EIO));
        assertThat(kernel.open("/dev/tty", OpenFlags.O_RDWR)).isEqualTo((int) error(Errno.ENXIO));
    }

    @Test
    void consoleIsNoControllingTerminalUntilAskedFor() {
        TestProcess leader = kernel.newProcess(3);
        assertThat(kernel.callAs(leader, "open", kernel.text("/dev/console"), OpenFlags.O_RDWR, 0)).isZero();
        assertThat(leader.terminal).isNull();
        assertThat(kernel.callAs(leader, "ioctl", 0, ControlRequests.TIOCSCTTY, 0)).isEqualTo(error(Errno.EPERM));
        assertThat(kernel.callAs(leader, "ioctl", 0, ControlRequests.TIOCSCTTY, 1)).isZero();
        assertThat(leader.terminal).isNotNull();
        assertThat(kernel.process.terminal).isNull();
    }
}
