package org.asterism.service.mm;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.process.UserProcess;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.FileTable;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskAccess;

/** A program on the simulated machine: an active address space, descriptors, limits, and system calls by method. */
final class TestProgram implements AutoCloseable {
    static final int PAGE = 4096;

    final MappingCalls mapping = new MappingCalls();
    final ResidencyCalls residency = new ResidencyCalls();
    final Map<Integer, Long> limits = new HashMap<>();
    final UserAddressSpace space = new UserAddressSpace(VmSpace.maximumAddress());
    final UserThread thread;
    private final Map<Integer, OpenFile> files = new HashMap<>();
    private Credentials credentials = Credentials.ROOT;

    TestProgram() {
        UserProcess process = answering(UserProcess.class, Map.of("softLimit", arguments ->
                limits.getOrDefault((int) arguments[0], -1L)));
        FileTable table = answering(FileTable.class, Map.of("get", arguments -> {
            OpenFile file = files.get((int) arguments[0]);
            if (file == null) {
                throw KernelException.of(Errno.EBADF);
            }
            return file;
        }));
        thread = answering(UserThread.class, Map.of(
                "process", arguments -> process,
                "files", arguments -> table,
                "credentials", arguments -> credentials,
                "addressSpace", arguments -> space));
        TaskAccess.attach(Ostd.machine(), Task.current(), thread);
        space.activate();
    }

    /** What a method of a contract answers. */
    private interface Answer {
        Object to(Object[] arguments) throws KernelException;
    }

    private static <T> T answering(Class<T> contract, Map<String, Answer> answers) {
        return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract},
                (proxy, method, arguments) -> {
                    Answer answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method + " is not part of this test");
                    }
                    return answer.to(arguments);
                }));
    }

    void open(int descriptor, int statusFlags, MappableFile file) {
        files.put(descriptor, new OpenFile(statusFlags) {
            @Override
            public MappableFile mappable() throws KernelException {
                if (file == null) {
                    throw KernelException.of(Errno.ENODEV);
                }
                return file;
            }

            @Override
            public String path() {
                return "/file";
            }
        });
    }

    void becomeUser() {
        credentials = new Credentials(1, 1, 1, 1, 1, 1, 1, 1, new int[0]);
    }

    long map(int pages, int protection, int flags) throws KernelException {
        return mapping.mmap(thread, 0, (long) pages * PAGE, protection, flags, -1, 0);
    }

    boolean store(long address, int value) {
        return UserMemory.write(address, new byte[] {(byte) value}, 0, 1) == 1;
    }

    /** The byte at an address, −1 if it cannot be read. */
    int load(long address) {
        byte[] one = new byte[1];
        return UserMemory.read(address, one, 0, 1) == 1 ? one[0] & 0xFF : -1;
    }

    /** The error of a call, null if it succeeded. */
    static Errno errorOf(Call call) {
        try {
            call.run();
            return null;
        } catch (KernelException failed) {
            return failed.errno();
        }
    }

    /** A system call. */
    interface Call {
        void run() throws KernelException;
    }

    @Override
    public void close() {
        VmSpace.deactivate();
        TaskAccess.attach(Ostd.machine(), Task.current(), null);
        space.release();
    }
}
