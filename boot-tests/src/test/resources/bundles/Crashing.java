package org.example.crashing;

import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.sync.Mutex;
import org.asterism.ostd.sync.SpinLock;
import org.asterism.ostd.unsafe.Address;

/** A privileged bundle with a bug: it goes where there is no memory. */
public final class Crashing implements SyscallProvider {
    private final Mutex mutex = new Mutex();
    private final SpinLock spin = new SpinLock();

    @Syscall("vserver")
    public long crash(UserThread thread, int how, long address) {
        if (how == 2) {
            try (var held = mutex.lock()) {
                return 1;
            }
        }
        mutex.lock();
        if (how == 1) {
            spin.lock();
        }
        return read(address); // line: call
    }

    private static long read(long address) {
        return Address.loadLong(address); // line: access
    }
}
