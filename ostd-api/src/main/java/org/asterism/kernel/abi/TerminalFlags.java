package org.asterism.kernel.abi;

/** Flags of termios. Source: termbits.h (asm-generic), termios(3). */
public final class TerminalFlags {
    /** Ignore breaks. */
    public static final int IGNBRK = 01;

    /** A break sends SIGINT. */
    public static final int BRKINT = 02;

    /** Ignore parity errors. */
    public static final int IGNPAR = 04;

    /** Mark parity errors. */
    public static final int PARMRK = 010;

    /** Check parity. */
    public static final int INPCK = 020;

    /** Strip the eighth bit. */
    public static final int ISTRIP = 040;

    /** Newline becomes carriage return on input. */
    public static final int INLCR = 0100;

    /** Ignore carriage returns on input. */
    public static final int IGNCR = 0200;

    /** Carriage return becomes newline on input. */
    public static final int ICRNL = 0400;

    /** Upper case becomes lower case on input. */
    public static final int IUCLC = 01000;

    /** Stop and start output by characters. */
    public static final int IXON = 02000;

    /** Any character starts output. */
    public static final int IXANY = 04000;

    /** Stop and start input. */
    public static final int IXOFF = 010000;

    /** Ring the bell when the queue is full. */
    public static final int IMAXBEL = 020000;

    /** Erase whole UTF-8 characters. */
    public static final int IUTF8 = 040000;

    /** Process output. */
    public static final int OPOST = 01;

    /** Lower case becomes upper case on output. */
    public static final int OLCUC = 02;

    /** Newline becomes carriage return and newline. */
    public static final int ONLCR = 04;

    /** Carriage return becomes newline on output. */
    public static final int OCRNL = 010;

    /** No carriage return at column 0. */
    public static final int ONOCR = 020;

    /** Newline does a carriage return. */
    public static final int ONLRET = 040;

    /** Expand tabs. */
    public static final int TAB3 = 014000;

    /** 38400 baud. */
    public static final int B38400 = 017;

    /** Eight bits. */
    public static final int CS8 = 060;

    /** Receive. */
    public static final int CREAD = 0200;

    /** Hang up on the last close. */
    public static final int HUPCL = 02000;

    /** Ignore modem lines. */
    public static final int CLOCAL = 04000;

    /** Characters send signals. */
    public static final int ISIG = 01;

    /** Edit lines. */
    public static final int ICANON = 02;

    /** Upper-case terminals. */
    public static final int XCASE = 04;

    /** Echo. */
    public static final int ECHO = 010;

    /** Echo an erasure by wiping. */
    public static final int ECHOE = 020;

    /** Echo a newline after erasing the line. */
    public static final int ECHOK = 040;

    /** Echo newlines even without ECHO. */
    public static final int ECHONL = 0100;

    /** Keep the queues at signals. */
    public static final int NOFLSH = 0200;

    /** Stop background writers. */
    public static final int TOSTOP = 0400;

    /** Echo control characters as ^X. */
    public static final int ECHOCTL = 01000;

    /** Echo erased characters, for paper. */
    public static final int ECHOPRT = 02000;

    /** Erase the line by wiping. */
    public static final int ECHOKE = 04000;

    /** Extensions: word erase, literal next, reprint. */
    public static final int IEXTEN = 0100000;

    private TerminalFlags() {
    }
}
