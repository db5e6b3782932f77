package org.asterism.assembly;

import java.nio.file.Path;
import org.asterism.assembly.bundle.Bundle;

/** Small stand-ins for the bundles every kernel has: the contracts, and a core that is also the architecture. */
public final class Contracts {
    private Contracts() {}

    /** Contracts that generated code refers to, cut to what it uses. */
    public static Bundle api(Path folder) {
        return api(folder, "public static void beforeOff(String name, Ending ending) { }");
    }

    /** The same with an {@code org.asterism.ostd.power.Power} of the given members. */
    public static Bundle api(Path folder, String power) {
        return TestBundle.of("org.asterism.ostd.api", "1.0.0")
                .exports("org.asterism.kernel", "1.0.0")
                .exports("org.asterism.kernel.abi", "1.0.0")
                .exports("org.asterism.kernel.process", "1.0.0")
                .exports("org.asterism.kernel.syscall", "1.0.0")
                .exports("org.asterism.ostd.bus", "1.0.0")
                .exports("org.asterism.ostd.power", "1.0.0")
                .source("org.asterism.ostd.power.Ending", "public interface Ending { void end() throws Exception; }")
                .source("org.asterism.ostd.power.Power", "public final class Power {" + power + "}")
                .source("org.asterism.kernel.KernelEntry", "public interface KernelEntry { void start(); }")
                .source("org.asterism.kernel.KernelException", """
                        public final class KernelException extends Exception {
                            private static final long serialVersionUID = 1;
                            public final org.asterism.kernel.abi.Errno errno;
                            private KernelException(org.asterism.kernel.abi.Errno errno) { this.errno = errno; }
                            public static KernelException of(org.asterism.kernel.abi.Errno errno) { return new KernelException(errno); }
                        }""")
                .source("org.asterism.kernel.abi.Errno", "public enum Errno { ENOSYS }")
                .source("org.asterism.kernel.process.UserThread", "public interface UserThread { }")
                .source("org.asterism.kernel.syscall.Syscall", "public @interface Syscall { String value(); String partial() default \"\"; }")
                .source("org.asterism.kernel.syscall.SyscallProvider", "public interface SyscallProvider { }")
                .source("org.asterism.kernel.syscall.SyscallTable", """
                        import org.asterism.kernel.process.UserThread;
                        public interface SyscallTable {
                            long call(UserThread thread, int number, long a, long b, long c, long d, long e, long f)
                                    throws org.asterism.kernel.KernelException;
                            String name(int number); String bundle(int number);
                        }""")
                .source("org.asterism.ostd.bus.Driver", "public interface Driver { void admitted(String origin); }")
                .source("org.asterism.ostd.spi.DriverOrigin", """
                        public record DriverOrigin(String bundle, java.util.List<String> grants) {
                            public static DriverOrigin of(String bundle, String... grants) { return new DriverOrigin(bundle, java.util.List.of(grants)); }
                        }""")
                .source("org.asterism.ostd.spi.Ostd", """
                        public final class Ostd {
                            public static Ostd machine() { return new Ostd(); }
                            public Ostd devices() { return this; }
                            public void addDriver(org.asterism.ostd.bus.Driver driver, DriverOrigin origin) { driver.admitted(origin.toString()); }
                        }""")
                .in(folder);
    }

    /** A privileged bundle that provides the architecture. */
    public static Bundle core(Path folder) {
        return TestBundle.of("org.asterism.ostd.core", "1.0.0")
                .exports("org.asterism.ostd.unsafe", "1.0.0")
                .source("org.asterism.ostd.unsafe.Address", "public final class Address { public static void storeLong(long address, long value) {} }")
                .header("Provide-Capability", "ostd.arch;arch=x86_64")
                .in(folder);
    }
}
