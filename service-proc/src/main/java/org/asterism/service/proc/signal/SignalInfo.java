package org.asterism.service.proc.signal;

import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.SiginfoLayout;
import org.asterism.kernel.abi.SignalCodes;
import org.asterism.ostd.effect.SlowPath;

/** One signal and why it was sent: {@code siginfo_t}, and a place in one queue. */
public final class SignalInfo {
    private final int signal;
    private final int code;
    private final byte[] image;
    /** Next in {@link PendingSignals}. */
    SignalInfo next;
    /** Whether it is in a {@link PendingSignals}. */
    volatile boolean queued;

    private SignalInfo(int signal, int code, byte[] image) {
        this.signal = signal;
        this.code = code;
        this.image = image;
    }

    /**
     * From the kernel, without details.
     *
     * @param signal the number
     * @return with code SI_KERNEL
     */
    public static SignalInfo ofKernel(int signal) {
        return create(signal, SignalCodes.SI_KERNEL);
    }

    /**
     * From a process.
     *
     * @param signal the number
     * @param code SI_USER or SI_TKILL
     * @param sender its process id
     * @param user its real user id
     * @return never null
     */
    public static SignalInfo ofSender(int signal, int code, int sender, int user) {
        SignalInfo info = create(signal, code);
        LittleEndian.putInt(info.image, SiginfoLayout.SI_PID, sender);
        LittleEndian.putInt(info.image, SiginfoLayout.SI_UID, user);
        return info;
    }

    /**
     * From an instruction of the program itself.
     *
     * @param signal the number
     * @param code such as SEGV_MAPERR
     * @param address the faulting address
     * @return never null
     */
    public static SignalInfo ofFault(int signal, int code, long address) {
        SignalInfo info = create(signal, code);
        LittleEndian.putLong(info.image, SiginfoLayout.SI_ADDR, address);
        return info;
    }

    /**
     * About a child.
     *
     * @param signal the number, usually SIGCHLD
     * @param code CLD_EXITED and the like
     * @param child its process id
     * @param user its real user id
     * @param status exit code or signal
     * @param userTicks its user time in clock ticks
     * @param systemTicks its system time in clock ticks
     * @return never null
     */
    public static SignalInfo ofChild(int signal, int code, int child, int user, int status, long userTicks,
            long systemTicks) {
        SignalInfo info = ofSender(signal, code, child, user);
        LittleEndian.putInt(info.image, SiginfoLayout.SI_STATUS, status);
        LittleEndian.putLong(info.image, SiginfoLayout.SI_UTIME, userTicks);
        LittleEndian.putLong(info.image, SiginfoLayout.SI_STIME, systemTicks);
        return info;
    }

    /**
     * From a POSIX timer.
     *
     * @param signal the number
     * @param timer its id
     * @param value what timer_create(2) was given
     * @return never null
     */
    public static SignalInfo ofTimer(int signal, int timer, long value) {
        SignalInfo info = create(signal, SignalCodes.SI_TIMER);
        LittleEndian.putInt(info.image, SiginfoLayout.SI_TIMERID, timer);
        LittleEndian.putLong(info.image, SiginfoLayout.SI_VALUE, value);
        return info;
    }

    /**
     * As a program wrote it for rt_sigqueueinfo(2).
     *
     * @param signal the number, which replaces the one in the image
     * @param image {@link SiginfoLayout#BYTES} bytes, kept
     * @return never null
     */
    public static SignalInfo ofImage(int signal, byte[] image) {
        LittleEndian.putInt(image, SiginfoLayout.SI_SIGNO, signal);
        return new SignalInfo(signal, LittleEndian.getInt(image, SiginfoLayout.SI_CODE), image);
    }

    @SlowPath("a signal is sent: what is known of it is kept for its handler")
    private static SignalInfo create(int signal, int code) {
        byte[] image = new byte[SiginfoLayout.BYTES];
        LittleEndian.putInt(image, SiginfoLayout.SI_SIGNO, signal);
        LittleEndian.putInt(image, SiginfoLayout.SI_CODE, code);
        return new SignalInfo(signal, code, image);
    }

    /**
     * The signal's number.
     *
     * @return from 1 to 64
     */
    public int signal() {
        return signal;
    }

    /**
     * Why it was sent.
     *
     * @return {@code si_code}
     */
    public int code() {
        return code;
    }

    /**
     * Records how often the timer expired beyond the first time.
     *
     * @param count from 0
     */
    public void setOverrun(int count) {
        LittleEndian.putInt(image, SiginfoLayout.SI_OVERRUN, count);
    }

    /**
     * Tells whether nobody has taken it yet.
     *
     * @return whether it waits
     */
    public boolean isQueued() {
        return queued;
    }

    /**
     * The structure as user programs see it.
     *
     * @return {@link SiginfoLayout#BYTES} bytes, not to be changed
     */
    public byte[] image() {
        return image;
    }
}
