package org.asterism.kernel.abi;

/** Requests of ioctl(2). Source: ioctls.h (asm-generic), fs.h (BLK…), tty_ioctl(4). */
public final class ControlRequests {
    /** Read struct termios. */
    public static final int TCGETS = 0x5401;

    /** Set struct termios. */
    public static final int TCSETS = 0x5402;

    /** Set struct termios after output. */
    public static final int TCSETSW = 0x5403;

    /** Set struct termios after output, dropping input. */
    public static final int TCSETSF = 0x5404;

    /** Read struct termio. */
    public static final int TCGETA = 0x5405;

    /** Send a break, or drain output. */
    public static final int TCSBRK = 0x5409;

    /** Stop and start. */
    public static final int TCXONC = 0x540A;

    /** Drop queues. */
    public static final int TCFLSH = 0x540B;

    /** Exclusive use. */
    public static final int TIOCEXCL = 0x540C;

    /** No exclusive use. */
    public static final int TIOCNXCL = 0x540D;

    /** Make it the controlling terminal. */
    public static final int TIOCSCTTY = 0x540E;

    /** Read the foreground group. */
    public static final int TIOCGPGRP = 0x540F;

    /** Set the foreground group. */
    public static final int TIOCSPGRP = 0x5410;

    /** Bytes of output that wait. */
    public static final int TIOCOUTQ = 0x5411;

    /** Fake input. */
    public static final int TIOCSTI = 0x5412;

    /** Read the window size. */
    public static final int TIOCGWINSZ = 0x5413;

    /** Set the window size. */
    public static final int TIOCSWINSZ = 0x5414;

    /** Read modem lines. */
    public static final int TIOCMGET = 0x5415;

    /** Set modem lines. */
    public static final int TIOCMBIS = 0x5416;

    /** Clear modem lines. */
    public static final int TIOCMBIC = 0x5417;

    /** Bytes to read. */
    public static final int FIONREAD = 0x541B;

    /** Redirect the console. */
    public static final int TIOCCONS = 0x541D;

    /** Read serial settings. */
    public static final int TIOCGSERIAL = 0x541E;

    /** Give up the controlling terminal. */
    public static final int TIOCNOTTY = 0x5422;

    /** Set the line discipline. */
    public static final int TIOCSETD = 0x5423;

    /** Read the line discipline. */
    public static final int TIOCGETD = 0x5424;

    /** Send a break. */
    public static final int TCSBRKP = 0x5425;

    /** Read the session. */
    public static final int TIOCGSID = 0x5429;

    /** Read struct termios2. */
    public static final int TCGETS2 = 0x802C542A;

    /** Set struct termios2. */
    public static final int TCSETS2 = 0x402C542B;

    /** Set struct termios2 after output. */
    public static final int TCSETSW2 = 0x402C542C;

    /** Set struct termios2 after output, dropping input. */
    public static final int TCSETSF2 = 0x402C542D;

    /** Read the number of a pseudo-terminal. */
    public static final int TIOCGPTN = 0x80045430;

    /** Lock or unlock a pseudo-terminal. */
    public static final int TIOCSPTLCK = 0x40045431;

    /** Open the other end of a pseudo-terminal. */
    public static final int TIOCGPTPEER = 0x5441;

    /** Clear close-on-exec. */
    public static final int FIONCLEX = 0x5450;

    /** Set close-on-exec. */
    public static final int FIOCLEX = 0x5451;

    /** Set or clear O_ASYNC. */
    public static final int FIOASYNC = 0x5452;

    /** Set or clear O_NONBLOCK. */
    public static final int FIONBIO = 0x5421;

    /** Read the block size. */
    public static final int FIGETBSZ = 2;

    /** Read inode flags. */
    public static final int FS_IOC_GETFLAGS = 0x80086601;

    /** Set inode flags. */
    public static final int FS_IOC_SETFLAGS = 0x40086602;

    /** Read the entropy count. */
    public static final int RNDGETENTCNT = 0x80045200;

    /** Whether a disk cannot be written. */
    public static final int BLKROGET = 0x125e;

    /** Sectors of 512 bytes of a disk, a long. */
    public static final int BLKGETSIZE = 0x1260;

    /** Write what is held back of a disk. */
    public static final int BLKFLSBUF = 0x1261;

    /** Bytes of a block as a disk is asked for them. */
    public static final int BLKSSZGET = 0x1268;

    /** The least that a disk transfers well. */
    public static final int BLKIOMIN = 0x1278;

    /** Bytes of a block as a disk stores them. */
    public static final int BLKPBSZGET = 0x127b;

    /** Bytes in which a disk's data are kept in memory. */
    public static final int BLKBSZGET = 0x8008_1270;

    /** Bytes of a disk, 64 bits. */
    public static final int BLKGETSIZE64 = 0x8008_1272;

    private ControlRequests() {
    }
}
