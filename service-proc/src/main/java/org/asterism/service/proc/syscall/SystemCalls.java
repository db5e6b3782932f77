package org.asterism.service.proc.syscall;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.SystemLayouts;
import org.asterism.kernel.process.SystemIdentity;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.power.Power;
import org.asterism.ostd.random.Entropy;
import org.asterism.service.proc.loader.Latin1;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The system's names, its power, its random numbers. */
@Component(service = SyscallProvider.class)
public final class SystemCalls implements SyscallProvider {
    private static final int LONGEST_NAME = 64;
    private static final int REBOOT_MAGIC_1 = 0xfee1_dead;
    private static final int REBOOT_MAGIC_2 = 672_274_793;
    private static final int REBOOT_MAGIC_2A = 85_072_278;
    private static final int REBOOT_MAGIC_2B = 369_367_448;
    private static final int REBOOT_MAGIC_2C = 537_993_216;
    private static final int REBOOT_CAD_OFF = 0;
    private static final int REBOOT_CAD_ON = 0x89ab_cdef;
    private static final int REBOOT_HALT = 0xcdef_0123;
    private static final int REBOOT_POWER_OFF = 0x4321_fedc;
    private static final int REBOOT_RESTART = 0x0123_4567;
    private static final int GRND_NONBLOCK = 1;
    private static final int GRND_RANDOM = 2;
    private static final int GRND_INSECURE = 4;
    private static final int RANDOM_CHUNK = 256;
    private static final long MOST_RANDOM = 0x1ff_ffffL;

    private final SystemIdentity identity;

    /**
     * Decodes for the system's identity.
     *
     * @param identity its names
     */
    @Activate
    public SystemCalls(@Reference SystemIdentity identity) {
        this.identity = identity;
    }

    /**
     * uname(2).
     *
     * @param thread the caller
     * @param names where to store a {@code struct utsname}
     * @return 0
     * @throws KernelException {@code EFAULT}
     */
    @Syscall("uname")
    public long names(UserThread thread, long names) throws KernelException {
        byte[] bytes = new byte[SystemLayouts.UTSNAME_BYTES];
        String[] fields = {"Linux", identity.hostName(), identity.release(), identity.version(), BootInfo.architecture(),
            identity.domainName()};
        for (int i = 0; i < fields.length; i++) {
            byte[] field = Latin1.encode(fields[i]);
            System.arraycopy(field, 0, bytes, i * SystemLayouts.UTSNAME_FIELD, Math.min(field.length, LONGEST_NAME));
        }
        UserData.write(names, bytes);
        return 0;
    }

    /**
     * sethostname(2).
     *
     * @param thread the caller
     * @param name address of the name
     * @param length its length
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("sethostname")
    public long setHostName(UserThread thread, long name, int length) throws KernelException {
        identity.setHostName(readName(thread, name, length));
        return 0;
    }

    /**
     * setdomainname(2).
     *
     * @param thread the caller
     * @param name address of the name
     * @param length its length
     * @return 0
     * @throws KernelException as the man page
     */
    @Syscall("setdomainname")
    public long setDomainName(UserThread thread, long name, int length) throws KernelException {
        identity.setDomainName(readName(thread, name, length));
        return 0;
    }

    private static String readName(UserThread thread, long name, int length) throws KernelException {
        checkRoot(thread);
        if (length < 0 || length > LONGEST_NAME) {
            throw KernelException.of(Errno.EINVAL);
        }
        byte[] bytes = UserData.read(name, length);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return Latin1.decode(bytes, 0, end);
    }

    private static void checkRoot(UserThread thread) throws KernelException {
        if (thread.credentials().effectiveUser() != 0) {
            throw KernelException.of(Errno.EPERM);
        }
    }

    /**
     * reboot(2).
     *
     * @param thread the caller
     * @param magic1 a fixed number
     * @param magic2 one of four fixed numbers
     * @param command what to do
     * @param argument not used
     * @return 0 if the machine goes on
     * @throws KernelException as the man page
     */
    @Syscall(value = "reboot", partial = "no kexec, no suspend")
    public long reboot(UserThread thread, int magic1, int magic2, int command, long argument) throws KernelException {
        checkRoot(thread);
        boolean known = magic2 == REBOOT_MAGIC_2 || magic2 == REBOOT_MAGIC_2A || magic2 == REBOOT_MAGIC_2B
                || magic2 == REBOOT_MAGIC_2C;
        if (magic1 != REBOOT_MAGIC_1 || !known) {
            throw KernelException.of(Errno.EINVAL);
        }
        switch (command) {
            case REBOOT_CAD_OFF, REBOOT_CAD_ON -> {
                // there is no keyboard whose Ctrl-Alt-Del could restart the machine
            }
            case REBOOT_HALT, REBOOT_POWER_OFF -> Power.off();
            case REBOOT_RESTART -> Power.restart();
            default -> throw KernelException.of(Errno.EINVAL);
        }
        return 0;
    }

    /**
     * getrandom(2).
     *
     * @param thread the caller
     * @param buffer where to store the bytes
     * @param length how many
     * @param flags GRND_NONBLOCK and the like
     * @return how many
     * @throws KernelException as the man page
     */
    @Syscall("getrandom")
    public long random(UserThread thread, long buffer, long length, int flags) throws KernelException {
        boolean contradiction = (flags & (GRND_RANDOM | GRND_INSECURE)) == (GRND_RANDOM | GRND_INSECURE);
        if ((flags & ~(GRND_NONBLOCK | GRND_RANDOM | GRND_INSECURE)) != 0 || contradiction) {
            throw KernelException.of(Errno.EINVAL);
        }
        long wanted = length < 0 ? MOST_RANDOM : Math.min(length, MOST_RANDOM);
        byte[] chunk = new byte[RANDOM_CHUNK];
        long done = 0;
        while (done < wanted) {
            Entropy.fill(chunk);
            int part = (int) Math.min(RANDOM_CHUNK, wanted - done);
            int copied = UserMemory.write(buffer + done, chunk, 0, part);
            done += copied;
            if (copied < part) {
                if (done == 0) {
                    throw KernelException.of(Errno.EFAULT);
                }
                return done;
            }
            if (done < wanted && thread.isInterrupted()) {
                return done;
            }
        }
        return done;
    }
}
