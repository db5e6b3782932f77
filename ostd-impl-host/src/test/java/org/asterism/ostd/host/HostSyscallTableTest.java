package org.asterism.ostd.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.syscall.Syscall;
import org.asterism.kernel.syscall.SyscallProvider;
import org.junit.jupiter.api.Test;

class HostSyscallTableTest {
    @Test
    void callsHandlersWithNarrowedArgumentsAndTheirErrors() throws KernelException {
        HostSyscallTable table = new HostSyscallTable(List.of(new Calls()));
        assertThat(table.call(null, 39, 0x1_0000_0005L, 7, 0, 0, 0, 0)).isEqualTo(12);
        assertThat(table.name(39)).isEqualTo("getpid");
        assertThat(table.name(40)).isNull();
        assertThatThrownBy(() -> table.call(null, 40, 0, 0, 0, 0, 0, 0)).isSameAs(KernelException.of(Errno.ENOSYS));
        assertThatThrownBy(() -> table.call(null, 110, 0, 0, 0, 0, 0, 0)).isSameAs(KernelException.of(Errno.EPERM));
    }

    @Test
    void refusesTwoProvidersOfOneCall() {
        assertThatThrownBy(() -> new HostSyscallTable(List.of(new Calls(), new Calls())))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("getp");
    }

    /** Two handlers. */
    public static final class Calls implements SyscallProvider {
        /** Adds an int and a long. */
        @Syscall("getpid")
        public long first(UserThread thread, int narrow, long wide) {
            return narrow + wide;
        }

        /** Fails. */
        @Syscall("getppid")
        public long second(UserThread thread) throws KernelException {
            throw KernelException.of(Errno.EPERM);
        }
    }
}
