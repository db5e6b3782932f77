package org.asterism.service.fs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.AtFlags;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.abi.X86SyscallNumbers;
import org.asterism.kernel.syscall.SyscallTable;
import org.asterism.kernel.vfs.FilesystemContext;
import org.asterism.kernel.vfs.HostChannel;
import org.asterism.test.Components;
import org.asterism.ostd.host.TestMachine;
import org.asterism.ostd.mm.Protection;
import org.asterism.ostd.mm.UserMemory;
import org.asterism.ostd.mm.VmSpace;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.Task;
import org.asterism.ostd.task.TaskAccess;
import org.asterism.service.fs.disk.Disks;

/**
 * The file system service with one process, whose system calls the test makes: {@link #call} gives what a user program would get, a
 * negative number for an error.
 */
final class TestKernel implements AutoCloseable {
    static final int READ = OpenFlags.O_RDONLY;
    static final int WRITE = OpenFlags.O_WRONLY;
    static final int CREATE = OpenFlags.O_RDWR | OpenFlags.O_CREAT;

    private static final long MEMORY = 0x100000;
    private static final int PAGES = 64;
    private static final int PAGE = 4096;
    /** Past the buffers, for data. */
    private static final long DATA = MEMORY + 32 * PAGE;
    private static final int DATA_BYTES = 32 * PAGE;

    final TestMachine machine;
    final TestSystem system = new TestSystem();
    final TestProcess process;
    private final Components components;
    private final SyscallTable calls;
    private final VmSpace space;
    private long nextText;

    TestKernel() {
        this(TestMachine.builder().memory(16 << 20));
    }

    TestKernel(TestMachine.Builder options) {
        machine = options.build();
        components = new Components().bundle(VirtualFileSystem.class).with(system);
        VirtualFileSystem files = components.get(VirtualFileSystem.class);
        calls = components.get(SyscallTable.class);
        process = newProcess(1);
        space = VmSpace.create((address, access) -> false);
        for (int page = 0; page < PAGES; page++) {
            space.mapZeroed(MEMORY + (long) page * PAGE, Protection.READ | Protection.WRITE);
        }
        space.activate();
        TaskAccess.attach(Ostd.machine(), Task.current(), process);
    }

    /** A further process with its own descriptors, in the same memory. */
    TestProcess newProcess(int id) {
        VirtualFileSystem files = components.get(VirtualFileSystem.class);
        FilesystemContext context = files.createContext();
        TestProcess made = new TestProcess(id, files.createFileTable(), context);
        system.all.add(made);
        return made;
    }

    VirtualFileSystem files() {
        return components.get(VirtualFileSystem.class);
    }

    Disks disks() {
        return components.get(Disks.class);
    }

    HostChannel channel() {
        return components.get(HostChannel.class);
    }

    /** Makes a system call; an error is its negative number. */
    long call(String name, long... arguments) {
        return callAs(process, name, arguments);
    }

    long callAs(TestProcess caller, String name, long... arguments) {
        long[] all = Arrays.copyOf(arguments, 6);
        try {
            return calls.call(caller, X86SyscallNumbers.number(name), all[0], all[1], all[2], all[3], all[4], all[5]);
        } catch (KernelException failure) {
            return -failure.errno().number();
        } finally {
            nextText = 0;
        }
    }

    static long error(Errno errno) {
        return -errno.number();
    }

    /** Puts a string into user memory for the next call. */
    long text(String value) {
        byte[] bytes = (value + '\0').getBytes(StandardCharsets.ISO_8859_1);
        long address = MEMORY + nextText;
        UserMemory.write(address, bytes, 0, bytes.length);
        nextText += bytes.length;
        return address;
    }

    /** An address for data. */
    long data() {
        return DATA;
    }

    /** An address where nothing is mapped. */
    long nowhere() {
        return MEMORY + (long) PAGES * PAGE;
    }

    byte[] dataBytes(int length) {
        byte[] bytes = new byte[length];
        UserMemory.read(DATA, bytes, 0, length);
        return bytes;
    }

    void putData(byte[] bytes) {
        UserMemory.write(DATA, bytes, 0, bytes.length);
    }

    int open(String path, int flags) {
        return (int) call("open", text(path), flags, 0644);
    }

    long write(int descriptor, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        putData(bytes);
        return call("write", descriptor, DATA, bytes.length);
    }

    String read(int descriptor, int length) {
        long count = call("read", descriptor, DATA, length);
        return count < 0 ? "error " + count : new String(dataBytes((int) count), StandardCharsets.ISO_8859_1);
    }

    void makeFile(String path, String content) {
        int descriptor = open(path, CREATE | OpenFlags.O_TRUNC);
        write(descriptor, content);
        call("close", descriptor);
    }

    String content(String path) {
        int descriptor = open(path, READ);
        if (descriptor < 0) {
            return "error " + descriptor;
        }
        StringBuilder all = new StringBuilder();
        String part = read(descriptor, DATA_BYTES);
        while (!part.isEmpty()) {
            all.append(part);
            part = read(descriptor, DATA_BYTES);
        }
        call("close", descriptor);
        return all.toString();
    }

    String link(String path) {
        long count = call("readlink", text(path), DATA, 4096);
        return count < 0 ? "error " + count : new String(dataBytes((int) count), StandardCharsets.ISO_8859_1);
    }

    /** Names in a directory in the order of getdents64, read through a buffer of some size. */
    List<String> list(String path, int bufferSize) {
        int descriptor = open(path, OpenFlags.O_DIRECTORY);
        List<String> names = new ArrayList<>();
        long count = call("getdents64", descriptor, DATA, bufferSize);
        while (count > 0) {
            byte[] records = dataBytes((int) count);
            for (int at = 0; at < count; at += LittleEndian.getShort(records, at + 16)) {
                int end = at + 19;
                while (records[end] != 0) {
                    end++;
                }
                names.add(new String(records, at + 19, end - at - 19, StandardCharsets.ISO_8859_1));
            }
            count = call("getdents64", descriptor, DATA, bufferSize);
        }
        call("close", descriptor);
        return names;
    }

    /** The structure that lstat(2) fills; offsets are those of x86-64. */
    byte[] status(String path) {
        long result = call("newfstatat", AtFlags.AT_FDCWD, text(path), DATA, AtFlags.AT_SYMLINK_NOFOLLOW);
        if (result < 0) {
            throw new AssertionError(path + ": " + result);
        }
        return dataBytes(144);
    }

    int mode(String path) {
        return LittleEndian.getInt(status(path), 24);
    }

    long links(String path) {
        return LittleEndian.getLong(status(path), 16);
    }

    long size(String path) {
        return LittleEndian.getLong(status(path), 48);
    }

    @Override
    public void close() {
        VmSpace.deactivate();
        space.close();
        machine.close();
    }
}
