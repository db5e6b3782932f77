package org.asterism.assembly.wire;

/** Names that generated code shares with OSTD and the contracts between services. */
public final class GeneratedNames {
    /** Symbolic name of the generated bundle, and its one package. */
    public static final String PACKAGE = "org.asterism.boot";

    /** Service whose one provider is started last. */
    public static final String KERNEL_ENTRY = "org.asterism.kernel.KernelEntry";

    /** Service of components with {@code @Syscall} methods. */
    public static final String SYSCALL_PROVIDER = "org.asterism.kernel.syscall.SyscallProvider";

    /** Service that the generated switch provides. */
    public static final String SYSCALL_TABLE = "org.asterism.kernel.syscall.SyscallTable";

    /** Annotation on methods that are system calls; its value is Linux's name of the call. */
    public static final String SYSCALL = "org.asterism.kernel.syscall.Syscall";

    /** Service of drivers, which are told to the device registry with their bundles and grants. */
    public static final String DRIVER = "org.asterism.ostd.bus.Driver";

    private GeneratedNames() {}
}
