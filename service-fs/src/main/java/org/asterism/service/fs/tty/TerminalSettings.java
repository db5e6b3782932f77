package org.asterism.service.fs.tty;

import java.util.Arrays;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.TerminalFlags;
import org.asterism.kernel.abi.TerminalLayout;

/** Settings of a terminal, as termios(3). Immutable: changes make new ones. */
final class TerminalSettings {
    private static final int SPEED = 38400;
    /** Marks a control character that is off. */
    private static final byte OFF = 0;

    private final byte[] raw;

    private TerminalSettings(byte[] raw) {
        this.raw = raw;
    }

    /** What Linux begins with: a terminal that edits lines. */
    static TerminalSettings initial() {
        byte[] raw = new byte[TerminalLayout.TERMIOS2_BYTES];
        LittleEndian.putInt(raw, TerminalLayout.INPUT, TerminalFlags.ICRNL | TerminalFlags.IXON);
        LittleEndian.putInt(raw, TerminalLayout.OUTPUT, TerminalFlags.OPOST | TerminalFlags.ONLCR);
        LittleEndian.putInt(raw, TerminalLayout.CONTROL,
                TerminalFlags.B38400 | TerminalFlags.CS8 | TerminalFlags.CREAD | TerminalFlags.HUPCL | TerminalFlags.CLOCAL);
        LittleEndian.putInt(raw, TerminalLayout.LOCAL,
                TerminalFlags.ISIG | TerminalFlags.ICANON | TerminalFlags.ECHO | TerminalFlags.ECHOE | TerminalFlags.ECHOK
                        | TerminalFlags.ECHOCTL | TerminalFlags.ECHOKE | TerminalFlags.IEXTEN);
        set(raw, TerminalLayout.VINTR, 'C' & 31);
        set(raw, TerminalLayout.VQUIT, '\\' & 31);
        set(raw, TerminalLayout.VERASE, 127);
        set(raw, TerminalLayout.VKILL, 'U' & 31);
        set(raw, TerminalLayout.VEOF, 'D' & 31);
        set(raw, TerminalLayout.VMIN, 1);
        set(raw, TerminalLayout.VSTART, 'Q' & 31);
        set(raw, TerminalLayout.VSTOP, 'S' & 31);
        set(raw, TerminalLayout.VSUSP, 'Z' & 31);
        set(raw, TerminalLayout.VREPRINT, 'R' & 31);
        set(raw, TerminalLayout.VDISCARD, 'O' & 31);
        set(raw, TerminalLayout.VWERASE, 'W' & 31);
        set(raw, TerminalLayout.VLNEXT, 'V' & 31);
        LittleEndian.putInt(raw, TerminalLayout.INPUT_SPEED, SPEED);
        LittleEndian.putInt(raw, TerminalLayout.OUTPUT_SPEED, SPEED);
        return new TerminalSettings(raw);
    }

    private static void set(byte[] raw, int index, int character) {
        raw[TerminalLayout.CHARACTERS + index] = (byte) character;
    }

    /** These, with the front part replaced by {@code struct termios} or {@code struct termios2}. */
    TerminalSettings with(byte[] given) {
        byte[] changed = raw.clone();
        System.arraycopy(given, 0, changed, 0, given.length);
        return new TerminalSettings(changed);
    }

    /** The front part, as {@code struct termios} or {@code struct termios2}. */
    byte[] encoded(int length) {
        return Arrays.copyOf(raw, length);
    }

    boolean input(int flag) {
        return (LittleEndian.getInt(raw, TerminalLayout.INPUT) & flag) != 0;
    }

    boolean output(int flag) {
        return (LittleEndian.getInt(raw, TerminalLayout.OUTPUT) & flag) == flag;
    }

    boolean local(int flag) {
        return (LittleEndian.getInt(raw, TerminalLayout.LOCAL) & flag) != 0;
    }

    /** Tells whether a byte is a control character that is on. */
    boolean is(byte value, int index) {
        byte character = raw[TerminalLayout.CHARACTERS + index];
        return character != OFF && character == value;
    }

    int character(int index) {
        return raw[TerminalLayout.CHARACTERS + index] & 0xff;
    }
}
