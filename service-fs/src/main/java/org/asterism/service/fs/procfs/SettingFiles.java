package org.asterism.service.fs.procfs;

import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.SystemIdentity;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.random.Entropy;
import org.asterism.service.fs.path.Latin1;

/** {@code /proc/sys} and {@code /proc/version}. */
final class SettingFiles {
    private static final int MAX_HOST_NAME = 64;
    private static final int PIPE_MAX_BYTES = 1 << 20;
    private static final int DESCRIPTORS = 1 << 20;

    /** Linux's flag for a kernel that has had an oops or a BUG. */
    private static final int TAINT_DIE = 1 << 7;

    private final SystemIdentity identity;

    SettingFiles(SystemIdentity identity) {
        this.identity = identity;
    }

    void addTo(List<ProcEntry> entries) {
        entries.add(new TextEntry("version", () -> line("Linux version " + identity.release() + " " + identity.version())));
        entries.add(new TextEntry("sys/kernel/ostype", () -> line("Linux")));
        entries.add(new TextEntry("sys/kernel/osrelease", () -> line(identity.release())));
        entries.add(new TextEntry("sys/kernel/version", () -> line(identity.version())));
        entries.add(new TextEntry("sys/kernel/hostname", () -> line(identity.hostName()),
                bytes -> identity.setHostName(name(bytes))));
        entries.add(new TextEntry("sys/kernel/domainname", () -> line(identity.domainName()),
                bytes -> identity.setDomainName(name(bytes))));
        entries.add(new TextEntry("sys/kernel/tainted", () -> line(Integer.toString(FailureReport.taint().size() == 0 ? 0 : TAINT_DIE))));
        entries.add(new TextEntry("sys/kernel/pid_max", () -> line("32768")));
        entries.add(new TextEntry("sys/kernel/random/entropy_avail", () -> line("256")));
        entries.add(new TextEntry("sys/kernel/random/uuid", SettingFiles::uuid));
        entries.add(new TextEntry("sys/fs/pipe-max-size", () -> line(Integer.toString(PIPE_MAX_BYTES))));
        entries.add(new TextEntry("sys/fs/nr_open", () -> line(Integer.toString(DESCRIPTORS))));
        entries.add(new TextEntry("sys/vm/overcommit_memory", () -> line("0")));
    }

    private static byte[] line(String text) {
        return Latin1.encode(text + "\n");
    }

    private static String name(byte[] bytes) throws KernelException {
        int length = 0;
        while (length < bytes.length && bytes[length] != '\n' && bytes[length] != 0) {
            length++;
        }
        if (length > MAX_HOST_NAME) {
            throw KernelException.of(Errno.EINVAL);
        }
        return Latin1.decode(bytes, 0, length);
    }

    /** A random UUID of version 4. Source: RFC 4122 §4.4. */
    private static byte[] uuid() {
        byte[] random = new byte[16];
        Entropy.fill(random);
        random[6] = (byte) (random[6] & 0x0f | 0x40);
        random[8] = (byte) (random[8] & 0x3f | 0x80);
        Text text = new Text();
        for (int i = 0; i < random.length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                text.add('-');
            }
            text.hex(random[i] & 0xff, 2);
        }
        return text.add('\n').bytes();
    }
}
