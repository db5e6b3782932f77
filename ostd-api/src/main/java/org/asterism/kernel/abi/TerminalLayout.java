package org.asterism.kernel.abi;

/** Layouts and control characters of terminals. Source: termbits.h (asm-generic), tty_ioctl(4). */
public final class TerminalLayout {
    /** Size of the kernel's struct termios. */
    public static final int TERMIOS_BYTES = 36;

    /** Size of struct termios2. */
    public static final int TERMIOS2_BYTES = 44;

    /** Offset of the 32-bit input flags. */
    public static final int INPUT = 0;

    /** Offset of the 32-bit output flags. */
    public static final int OUTPUT = 4;

    /** Offset of the 32-bit control flags. */
    public static final int CONTROL = 8;

    /** Offset of the 32-bit local flags. */
    public static final int LOCAL = 12;

    /** Offset of the line discipline byte. */
    public static final int DISCIPLINE = 16;

    /** Offset of the control characters. */
    public static final int CHARACTERS = 17;

    /** How many control characters there are. */
    public static final int CHARACTER_COUNT = 19;

    /** Offset of the 32-bit input speed in struct termios2. */
    public static final int INPUT_SPEED = 36;

    /** Offset of the 32-bit output speed in struct termios2. */
    public static final int OUTPUT_SPEED = 40;

    /** Index: send SIGINT. */
    public static final int VINTR = 0;

    /** Index: send SIGQUIT. */
    public static final int VQUIT = 1;

    /** Index: erase a character. */
    public static final int VERASE = 2;

    /** Index: erase the line. */
    public static final int VKILL = 3;

    /** Index: end of file. */
    public static final int VEOF = 4;

    /** Index: time-out in tenths of a second. */
    public static final int VTIME = 5;

    /** Index: least bytes of a read. */
    public static final int VMIN = 6;

    /** Index: switch character, unused. */
    public static final int VSWTC = 7;

    /** Index: start output. */
    public static final int VSTART = 8;

    /** Index: stop output. */
    public static final int VSTOP = 9;

    /** Index: send SIGTSTP. */
    public static final int VSUSP = 10;

    /** Index: a further end of line. */
    public static final int VEOL = 11;

    /** Index: print the line again. */
    public static final int VREPRINT = 12;

    /** Index: discard output, unused. */
    public static final int VDISCARD = 13;

    /** Index: erase a word. */
    public static final int VWERASE = 14;

    /** Index: take the next character literally. */
    public static final int VLNEXT = 15;

    /** Index: yet another end of line. */
    public static final int VEOL2 = 16;

    /** Size of struct winsize: rows, columns, width, height, 16 bits each. */
    public static final int WINSIZE_BYTES = 8;

    private TerminalLayout() {
    }
}
