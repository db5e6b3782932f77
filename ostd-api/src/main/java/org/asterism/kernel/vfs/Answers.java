package org.asterism.kernel.vfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.memory.MappableFile;
import org.asterism.kernel.process.UserThread;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.failure.FailureReport;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.spi.BrokenPromise;
import org.asterism.ostd.spi.Ostd;
import org.asterism.ostd.task.HeldLocks;
import org.asterism.ostd.task.Task;

/**
 * Asks file systems, files and devices, and takes no answer that their interfaces do not allow: bytes that were not asked for, null, or locks left locked. The
 * failure is then that of the bundle that answered, not of whoever had to go on with the answer, and of this class alone: nobody can blame another by it.
 */
public final class Answers {
    private static final String LEFT_LOCKED = "left a lock locked";

    private Answers() {
    }

    /**
     * {@link ProcEntry#content}.
     *
     * @param entry whose
     * @return never null
     * @throws KernelException as there
     */
    public static byte[] content(ProcEntry entry) throws KernelException {
        return given(entry, held(), entry.content(), "content()");
    }

    /**
     * {@link OpenFile#read}.
     *
     * @param file asked
     * @param thread the caller
     * @param into destination
     * @return no more than there is room for
     * @throws KernelException as there
     */
    public static long read(OpenFile file, UserThread thread, MemoryWriter into) throws KernelException {
        Task self = Task.current();
        int held = self.heldLocks();
        long most = into.remaining();
        return counted(file, self, held, file.read(thread, into), most);
    }

    /**
     * {@link OpenFile#write}.
     *
     * @param file asked
     * @param thread the caller
     * @param from source
     * @return no more than there is
     * @throws KernelException as there
     */
    public static long write(OpenFile file, UserThread thread, MemoryReader from) throws KernelException {
        Task self = Task.current();
        int held = self.heldLocks();
        long most = from.remaining();
        return counted(file, self, held, file.write(thread, from), most);
    }

    /**
     * {@link OpenFile#readAt}.
     *
     * @param file asked
     * @param position bytes from the start
     * @param into destination
     * @return no more than there is room for
     * @throws KernelException as there
     */
    public static long readAt(OpenFile file, long position, MemoryWriter into) throws KernelException {
        Task self = Task.current();
        int held = self.heldLocks();
        long most = into.remaining();
        return counted(file, self, held, file.readAt(position, into), most);
    }

    /**
     * {@link OpenFile#writeAt}.
     *
     * @param file asked
     * @param position bytes from the start
     * @param from source
     * @return no more than there is
     * @throws KernelException as there
     */
    public static long writeAt(OpenFile file, long position, MemoryReader from) throws KernelException {
        Task self = Task.current();
        int held = self.heldLocks();
        long most = from.remaining();
        return counted(file, self, held, file.writeAt(position, from), most);
    }

    /**
     * {@link Inode#readAt}.
     *
     * @param inode asked
     * @param position bytes from the start
     * @param into destination
     * @return no more than there is room for
     * @throws KernelException as there
     */
    public static long readAt(Inode inode, long position, MemoryWriter into) throws KernelException {
        Task self = Task.current();
        int held = self.heldLocks();
        long most = into.remaining();
        return counted(inode, self, held, inode.readAt(position, into), most);
    }

    /**
     * {@link Inode#writeAt}.
     *
     * @param inode asked
     * @param position bytes from the start
     * @param from source
     * @return no more than there is
     * @throws KernelException as there
     */
    public static long writeAt(Inode inode, long position, MemoryReader from) throws KernelException {
        Task self = Task.current();
        int held = self.heldLocks();
        long most = from.remaining();
        return counted(inode, self, held, inode.writeAt(position, from), most);
    }

    /**
     * {@link OpenFile#seek}.
     *
     * @param file asked
     * @param offset bytes
     * @param whence as lseek(2)
     * @return not negative
     * @throws KernelException as there
     */
    public static long seek(OpenFile file, long offset, int whence) throws KernelException {
        Task self = Task.current();
        int held = self.heldLocks();
        return counted(file, self, held, file.seek(offset, whence), Long.MAX_VALUE);
    }

    /**
     * {@link OpenFile#mappable}.
     *
     * @param file asked
     * @return never null
     * @throws KernelException as there
     */
    public static MappableFile mappable(OpenFile file) throws KernelException {
        return given(file, held(), file.mappable(), "mappable()");
    }

    /**
     * {@link Inode#create}.
     *
     * @param inode asked
     * @param name new
     * @param mode type and permissions
     * @param user its owner
     * @param group its group
     * @param number of a device
     * @return never null
     * @throws KernelException as there
     */
    public static Inode create(Inode inode, String name, int mode, int user, int group, int number) throws KernelException {
        return given(inode, held(), inode.create(name, mode, user, group, number), "create()");
    }

    /**
     * {@link Inode#createUnnamed}.
     *
     * @param inode asked
     * @param mode type and permissions
     * @param user its owner
     * @param group its group
     * @return never null
     * @throws KernelException as there
     */
    public static Inode createUnnamed(Inode inode, int mode, int user, int group) throws KernelException {
        return given(inode, held(), inode.createUnnamed(mode, user, group), "createUnnamed()");
    }

    /**
     * {@link Inode#createSymbolicLink}.
     *
     * @param inode asked
     * @param name new
     * @param target where it leads
     * @param user its owner
     * @param group its group
     * @return never null
     * @throws KernelException as there
     */
    public static Inode createSymbolicLink(Inode inode, String name, String target, int user, int group) throws KernelException {
        return given(inode, held(), inode.createSymbolicLink(name, target, user, group), "createSymbolicLink()");
    }

    /**
     * {@link Inode#openDirectory}.
     *
     * @param inode asked
     * @return never null
     * @throws KernelException as there
     */
    public static DirectoryStream openDirectory(Inode inode) throws KernelException {
        return given(inode, held(), inode.openDirectory(), "openDirectory()");
    }

    /**
     * {@link Inode#readLink}.
     *
     * @param inode asked
     * @return never null
     * @throws KernelException as there
     */
    public static String readLink(Inode inode) throws KernelException {
        return given(inode, held(), inode.readLink(), "readLink()");
    }

    /**
     * {@link CharacterDevice#open}.
     *
     * @param device asked
     * @param inode asked
     * @param path by which it is opened
     * @param flags as open(2)
     * @return never null
     * @throws KernelException as there
     */
    public static OpenFile open(CharacterDevice device, Inode inode, String path, int flags) throws KernelException {
        return given(device, held(), device.open(inode, path, flags), "open()");
    }

    /**
     * {@link FileSystemType#open}.
     *
     * @param type asked
     * @param source what to mount
     * @param options separated by commas
     * @return never null
     * @throws KernelException as there
     */
    public static FileSystem open(FileSystemType type, String source, String options) throws KernelException {
        return given(type, held(), type.open(source, options), "open()");
    }

    /**
     * {@link FileSystem#root}.
     *
     * @param fileSystem asked
     * @return never null
     */
    public static Inode root(FileSystem fileSystem) {
        return given(fileSystem, held(), fileSystem.root(), "root()");
    }

    /**
     * {@link FileSystem#statistics}.
     *
     * @param fileSystem asked
     * @return never null
     */
    public static FileSystemStatistics statistics(FileSystem fileSystem) {
        return given(fileSystem, held(), fileSystem.statistics(), "statistics()");
    }

    /**
     * {@link FileSystem#typeName}.
     *
     * @param fileSystem asked
     * @return never null
     */
    public static String typeName(FileSystem fileSystem) {
        return given(fileSystem, held(), fileSystem.typeName(), "typeName()");
    }

    /**
     * {@link FileSystem#options}.
     *
     * @param fileSystem asked
     * @return never null
     */
    public static String options(FileSystem fileSystem) {
        return given(fileSystem, held(), fileSystem.options(), "options()");
    }

    /**
     * {@link DirectoryStream#read}, with names that a path can have.
     *
     * @param stream asked
     * @param position where to begin
     * @param sink gets the entries
     * @throws KernelException as there
     */
    public static void readEntries(DirectoryStream stream, long position, DirectorySink sink) throws KernelException {
        stream.read(position, (name, inode, mode, next) -> {
            if (name == null || name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
                throw broken(stream, "read() gave an entry " + (name == null ? "without a name" : "with the name '" + name + '\''));
            }
            return sink.accept(name, inode, mode, next);
        });
    }

    private static long counted(Object asked, Task self, int before, long count, long most) {
        if (self.heldLocks() != before || count < 0 || count > most) {
            throw miscounted(asked, self.heldLocks() != before, count, most);
        }
        return count;
    }

    private static <T> T given(Object asked, int before, T answer, String call) {
        if (answer == null || held() != before) {
            throw broken(asked, answer == null ? call + " returned null" : LEFT_LOCKED);
        }
        return answer;
    }

    /** How many locks whoever asks has. */
    private static int held() {
        return Task.current().heldLocks();
    }

    /** The locks of whoever asks, for {@link #contain}. */
    static long locks() {
        return HeldLocks.mark(Ostd.machine());
    }

    /** Reports the failure of something that ends: whoever happens to be its last user has done no wrong. */
    static void contain(long before, Object ending, Throwable failure) {
        FailureReport.containSince(before, "the end of a " + ending.getClass().getName(), failure);
    }

    @SlowPath("an answer that is none: whoever asked is about to fail")
    private static BrokenPromise miscounted(Object asked, boolean locked, long count, long most) {
        return broken(asked, locked ? LEFT_LOCKED : "returned " + count + " for what is at least 0 and at most " + most);
    }

    @SlowPath("an answer that is none: whoever asked is about to fail")
    private static BrokenPromise broken(Object asked, String what) {
        return new BrokenPromise(asked, what);
    }
}
